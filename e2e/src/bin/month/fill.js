const invoke = window.__TAURI_INTERNALS__.invoke;
return (async () => {
  const session = await invoke("get_session");
  const now = new Date(Date.now() + session.clockOffsetMs);
  const { types } = await invoke("get_configuration");
  const clients = await invoke("list_clients", { wanted: { search: "", order: "name", archived: false } });
  // The figure is about appointments alone: a month with other calendars in it would be another one.
  for (const feed of await invoke("list_busy_feeds")) await invoke("remove_busy_feed", { id: feed.id });
  let booked = 0;
  for (const ahead of [2, 3]) {
    for (let day = 1; day <= 30; day += 1) {
      for (let place = 0; place < 10; place += 1) {
        const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, day, 6 + place));
        const client = clients[(day * 10 + place) % clients.length];
        const input = {
          person: { kind: "client", id: client.id },
          typeId: types[place % types.length].id,
          reasonId: null,
          kind: "phone",
          title: "",
          description: "",
          place: "",
          phone: "06 12 34 56 78",
          start: start.toISOString().replace(/\.\d+Z/, "Z"),
          durationMin: 30,
          outsideRules: true,
        };
        booked += await invoke("create_appointment", { input }).then(() => 1, () => 0);
      }
    }
  }
  return booked;
})();
