// Finds visible elements the way a person names them: by role and accessible name, by label, by text.
// A short form of the ARIA rules: enough for the roles our own screens use. Leaves out: frames, shadow roots,
// CSS content, names of tables.
// `answer` chooses what comes back: the elements themselves, or their texts.
const [spec, answer] = arguments
const squash = (text) => (text ?? '').replace(/\s+/g, ' ').trim()

const INPUT_ROLES = {
  button: 'button', submit: 'button', reset: 'button', image: 'button', checkbox: 'checkbox', radio: 'radio',
  range: 'slider', number: 'spinbutton', search: 'searchbox', hidden: '', file: 'button', color: 'button',
}
const TAG_ROLES = {
  a: 'link', article: 'article', aside: 'complementary', button: 'button', dialog: 'dialog', fieldset: 'group', form: 'form',
  h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', img: 'img', li: 'listitem',
  main: 'main', menu: 'list', nav: 'navigation', ol: 'list', option: 'option', section: 'region', select: 'combobox',
  summary: 'button', table: 'table', td: 'cell', textarea: 'textbox', th: 'columnheader', tr: 'row', ul: 'list',
}
const NAMED_BY_CONTENT = new Set([
  'button', 'link', 'heading', 'tab', 'option', 'menuitem', 'menuitemradio', 'menuitemcheckbox', 'cell', 'row', 'gridcell',
  'columnheader', 'radio', 'checkbox', 'switch', 'treeitem', 'listitem', 'alert', 'status', 'tooltip',
])

function roleOf(element) {
  const written = element.getAttribute('role')
  if (written) return written.split(' ')[0]
  const tag = element.tagName.toLowerCase()
  if (tag === 'input') return INPUT_ROLES[element.type] ?? (element.hasAttribute('list') ? 'combobox' : 'textbox')
  if (tag === 'a' && !element.hasAttribute('href')) return ''
  return TAG_ROLES[tag] ?? ''
}

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return ''
  if (getComputedStyle(node).display === 'none') return ''
  const label = node.getAttribute('aria-label')
  if (label) return label
  if (node.tagName === 'IMG') return node.alt
  if (node.tagName === 'svg') return node.querySelector('title')?.textContent ?? ''
  const inline = getComputedStyle(node).display.startsWith('inline')
  const inner = Array.from(node.childNodes, textOf).join('')
  return inline ? inner : ` ${inner} `
}

function nameOf(element) {
  const ids = element.getAttribute('aria-labelledby')
  if (ids) {
    const parts = ids.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(textOf)
    if (squash(parts.join(' '))) return squash(parts.join(' '))
  }
  const label = squash(element.getAttribute('aria-label'))
  if (label) return label
  if (element.labels?.length) return squash(Array.from(element.labels, textOf).join(' ')).replace(/ ?\*$/, '')
  if (element.tagName === 'IMG') return squash(element.alt)
  if (element.tagName === 'FIELDSET') return squash(element.querySelector('legend')?.textContent)
  if (NAMED_BY_CONTENT.has(roleOf(element)) && squash(textOf(element))) return squash(textOf(element))
  return squash(element.title || element.placeholder)
}

function isVisible(element) {
  if (element.closest('[aria-hidden="true"], [inert]')) return false
  const style = getComputedStyle(element)
  if (style.visibility !== 'visible' || style.display === 'none') return false
  const box = element.getBoundingClientRect()
  // A checkbox or radio may be drawn by its label while it is itself one pixel large.
  return (box.width > 0 && box.height > 0) || element.labels?.length > 0
}

const fits = (text, wanted, partly) => {
  if (wanted === null) return true
  const plain = squash(wanted)
  return partly ? text.includes(plain) : text === plain
}
const isField = (element) => /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable

function find(wanted, root) {
  const within = wanted.inside ? find(wanted.inside, root) : [root]
  const all = within.flatMap((place) => Array.from(place.querySelectorAll(wanted.css ?? '*'))).filter(isVisible)
  if (wanted.css) return all
  if (wanted.field !== undefined) return all.filter((e) => isField(e) && fits(nameOf(e), wanted.field, wanted.partly))
  if (wanted.role !== undefined) {
    return all.filter((e) => roleOf(e) === wanted.role && fits(nameOf(e), wanted.name, wanted.partly))
  }
  const holding = all.filter((e) => squash(textOf(e)).includes(squash(wanted.text)))
  // The innermost holders only: the page itself holds every text.
  return holding.filter((e) => !holding.some((other) => other !== e && e.contains(other)))
}

const found = find(spec, document)
return answer === 'texts' ? found.map((element) => squash(element.innerText)) : found
