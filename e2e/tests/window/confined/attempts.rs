//! What a script in the window tries. Each returns, or resolves to, what it achieved; `null` is nothing. `HERE` is the
//! address of a server that would answer.

/// Reach a server: most leave no trace in the page, but the server would have been asked.
pub const CALLS: [(&str, &str); 16] = [
    (
        "fetch",
        "return fetch('http://HERE/fetch').then(() => 'called', () => null)",
    ),
    (
        "open an XMLHttpRequest",
        "return new Promise((done) => { const call = new XMLHttpRequest();
            call.onload = () => done('called'); call.onerror = () => done(null);
            try { call.open('GET', 'http://HERE/xhr'); call.send() } catch { done(null) } })",
    ),
    (
        "open a socket",
        "return new Promise((done) => { try {
            const socket = new WebSocket('ws://HERE/socket');
            socket.onopen = () => done('open'); socket.onerror = () => done(null);
        } catch { done(null) } setTimeout(() => done(null), 1000) })",
    ),
    (
        "listen to events of a server",
        "return new Promise((done) => { try { const source = new EventSource('http://HERE/events');
            source.onopen = () => done('open'); source.onerror = () => done(null) } catch { done(null) } })",
    ),
    (
        "send a beacon",
        "try { navigator.sendBeacon('http://HERE/beacon', 'x') } catch {} return null",
    ),
    (
        "load a picture",
        "return new Promise((done) => { const image = new Image();
            image.onload = () => done('loaded'); image.onerror = () => done(null);
            image.src = 'http://HERE/image' })",
    ),
    (
        "paint a background",
        "const box = document.createElement('div'); box.style.cssText = 'width:9px;height:9px;background:url(http://HERE/background)';
         document.body.append(box); box.getBoundingClientRect(); return null",
    ),
    (
        "import a style sheet",
        "const style = document.createElement('style'); style.textContent = '@import url(http://HERE/style);';
         document.head.append(style); return null",
    ),
    (
        "load a font",
        "return new FontFace('x', 'url(http://HERE/font)').load().then(() => 'loaded', () => null)",
    ),
    (
        "play a sound",
        "return new Promise((done) => { const sound = new Audio('http://HERE/sound');
            sound.oncanplay = () => done('playing'); sound.onerror = () => done(null); sound.load();
            setTimeout(() => done(null), 1000) })",
    ),
    (
        "load a script",
        "return new Promise((done) => { const script = document.createElement('script');
            script.src = 'http://HERE/script'; script.onload = () => done('loaded');
            script.onerror = () => done(null); document.head.append(script) })",
    ),
    (
        "import a module",
        "return import('http://HERE/module').then(() => 'imported', () => null)",
    ),
    (
        "start a worker that fetches",
        "return new Promise((done) => { try {
            const blob = new Blob([\"fetch('http://HERE/worker')\"], { type: 'text/javascript' });
            const worker = new Worker(URL.createObjectURL(blob));
            worker.onerror = () => done(null); setTimeout(() => done(null), 1000);
        } catch { done(null) } })",
    ),
    (
        "frame a page",
        "return new Promise((done) => { const frame = document.createElement('iframe');
            frame.src = 'http://HERE/frame'; document.body.append(frame);
            setTimeout(() => { frame.remove(); done(null) }, 500) })",
    ),
    (
        "send a form",
        "const form = document.createElement('form'); form.action = 'http://HERE/form'; form.method = 'post';
         form.target = '_blank'; document.body.append(form); form.submit(); form.remove(); return null",
    ),
    (
        "fetch a page ahead",
        "for (const rel of ['prefetch', 'preload', 'preconnect', 'dns-prefetch']) {
            const link = document.createElement('link'); link.rel = rel; link.as = 'image'; link.href = 'http://HERE/' + rel;
            document.head.append(link) } return null",
    ),
];

/// Run what did not come with the program.
pub const CODE: [(&str, &str); 7] = [
    (
        "run an inline script",
        "const script = document.createElement('script'); script.textContent = 'window.broken = 1';
         document.head.append(script); return window.broken ?? null",
    ),
    (
        "run a handler written into the page",
        "const box = document.createElement('div'); box.innerHTML = '<img src=x onerror=\"window.broken = 2\">';
         document.body.append(box); return new Promise((done) => setTimeout(() => done(window.broken ?? null), 300))",
    ),
    (
        "follow a link that is a script",
        "const link = document.createElement('a'); link.href = 'javascript:void(window.broken = 3)';
         document.body.append(link); link.click(); link.remove();
         return new Promise((done) => setTimeout(() => done(window.broken ?? null), 300))",
    ),
    (
        "run text as code",
        "try { return eval('1 + 1') } catch { return null }",
    ),
    (
        "make a function of text",
        "try { return new Function('return 1')() } catch { return null }",
    ),
    (
        "run a script made on the spot",
        "const source = URL.createObjectURL(new Blob(['window.broken = 4'], { type: 'text/javascript' }));
         return import(source).then(() => 'imported', () => null)",
    ),
    (
        "change what every object is made of",
        "try { Object.prototype.broken = 1 } catch {} try { ({}).__proto__.broken = 1 } catch {}
         try { Object.setPrototypeOf(Object.prototype, { broken: 1 }) } catch {} return ({}).broken ?? null",
    ),
];

/// Read what the computer keeps, where the web view has ways to it.
pub const FILES: [(&str, &str); 4] = [
    (
        "read a file",
        "return fetch('file:///etc/hostname').then((it) => it.text()).then((it) => it || null, () => null)",
    ),
    (
        "read a file through Tauri's protocol for files",
        "return fetch('asset://localhost/%2Fetc%2Fhostname').then((it) => it.text()).then((it) => it || null, () => null)",
    ),
    (
        "read a file beside the interface",
        "return fetch('/../../../../etc/hostname').then((it) => (it.ok ? it.text() : null), () => null)
            .then((it) => (it && !it.includes('<div id=\"root\">') ? it : null))",
    ),
    (
        "frame a file",
        "return new Promise((done) => { const frame = document.createElement('iframe');
            frame.src = 'file:///etc/hostname'; document.body.append(frame);
            setTimeout(() => { let inside = null;
                try { inside = frame.contentDocument?.body?.innerText || null } catch { inside = null }
                frame.remove(); done(inside) }, 500) })",
    ),
];

/// Commands of Tauri's own and of its plugins, asked for as the page's own bindings ask: each would do something if the
/// capabilities let it. What they are given is right, so that nothing but the capabilities can be why they fail.
pub const COMMANDS: [(&str, &str); 21] = [
    ("plugin:opener|open_url", "{ url: 'https://example.com/' }"),
    ("plugin:opener|open_path", "{ path: '/etc/hostname' }"),
    ("plugin:opener|reveal_item_in_dir", "{ paths: ['/etc/hostname'] }"),
    ("plugin:fs|read_text_file", "{ path: '/etc/hostname' }"),
    ("plugin:fs|read_dir", "{ path: '/' }"),
    ("plugin:shell|execute", "{ program: 'id', args: [], options: {} }"),
    ("plugin:shell|open", "{ path: 'https://example.com/' }"),
    ("plugin:dialog|open", "{ options: {} }"),
    ("plugin:clipboard-manager|write_text", "{ text: 'x' }"),
    ("plugin:clipboard-manager|read_text", "{}"),
    ("plugin:deep-link|register", "{ protocol: 'https' }"),
    ("plugin:window-state|filename", "{}"),
    (
        "plugin:event|emit",
        "{ event: 'changed', payload: { topics: [] } }",
    ),
    (
        "plugin:webview|create_webview_window",
        "{ options: { label: 'other', url: 'https://example.com/' } }",
    ),
    ("plugin:webview|internal_toggle_devtools", "{}"),
    ("plugin:window|set_title", "{ label: 'main', value: 'broken' }"),
    ("plugin:window|close", "{ label: 'main' }"),
    ("plugin:app|name", "{}"),
    ("plugin:path|resolve_directory", "{ directory: 21, path: '' }"),
    ("plugin:menu|new", "{ kind: 'Menu', options: {} }"),
    ("plugin:tray|get_by_id", "{ id: 'main' }"),
];
