#!/usr/bin/python3
"""A notification service that shows nothing and writes down everything.

Arguments: the file that gets one JSON object a line for every Notify call, and a FIFO; a line "ID ACTION" written
to the FIFO is emitted as ActionInvoked, as if the person had pressed that button. Leaves out expiry and closing
by the person: no test needs them yet.
"""
import json
import sys
import threading

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"


class Recorder(dbus.service.Object):
    last = 0

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, app, replaces, icon, summary, body, actions, hints, timeout):
        if not replaces:
            Recorder.last += 1
            replaces = Recorder.last
        record = {"id": int(replaces), "app": app, "summary": summary, "body": body,
                  "actions": list(actions), "hints": {key: str(value) for key, value in hints.items()}}
        with open(sys.argv[1], "a", encoding="utf-8") as file:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
        return dbus.UInt32(replaces)

    @dbus.service.method(NAME, out_signature="as")
    def GetCapabilities(self):
        return ["actions", "body", "persistence"]

    @dbus.service.method(NAME, out_signature="ssss")
    def GetServerInformation(self):
        return ("recorder", "virtus-planning", "1", "1.2")

    @dbus.service.method(NAME, in_signature="u")
    def CloseNotification(self, number):
        self.NotificationClosed(number, 3)

    @dbus.service.signal(NAME, signature="uu")
    def NotificationClosed(self, number, reason):
        pass

    @dbus.service.signal(NAME, signature="us")
    def ActionInvoked(self, number, action):
        pass


def obey(recorder):
    while True:  # a FIFO ends whenever its writer closes: open it again
        with open(sys.argv[2], encoding="utf-8") as fifo:
            for line in fifo:
                number, action = line.split(maxsplit=1)
                GLib.idle_add(recorder.ActionInvoked, dbus.UInt32(int(number)), action.strip())


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName(NAME, bus, do_not_queue=True)
recorder = Recorder(bus, "/org/freedesktop/Notifications")
threading.Thread(target=obey, args=(recorder,), daemon=True).start()
print("ready", flush=True)
GLib.MainLoop().run()
