#!/usr/bin/python3
"""A place where tray icons are shown, without a screen.

Arguments: a FIFO for orders, and the file that gets the answers, one JSON list a line. It owns the name that a desktop
owns that shows status notifier items. The line "menu" asks for the labels of the latest item's menu; the line
"press LABEL" clicks the entry with that label. Leaves out the icon itself.
"""
import json
import sys
import threading

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"


class Watcher(dbus.service.Object):
    items = []

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender):
        bus_name, path = (sender, service) if service.startswith("/") else (service, "/StatusNotifierItem")
        Watcher.items.append((bus_name, path))
        self.StatusNotifierItemRegistered(service)

    @dbus.service.method(WATCHER, in_signature="s")
    def RegisterStatusNotifierHost(self, service):
        pass

    @dbus.service.signal(WATCHER, signature="s")
    def StatusNotifierItemRegistered(self, service):
        pass

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        items = dbus.Array([service + path for service, path in Watcher.items], signature="s")
        return {"IsStatusNotifierHostRegistered": True, "ProtocolVersion": dbus.Int32(0),
                "RegisteredStatusNotifierItems": items}


def menu():
    service, path = Watcher.items[-1]
    item = dbus.Interface(bus.get_object(service, path), PROPERTIES)
    return dbus.Interface(bus.get_object(service, item.Get(ITEM, "Menu")), MENU)


def entries(found):
    _, (_, _, children) = found.GetLayout(0, -1, dbus.Array([], signature="s"))
    return [(number, str(properties.get("label", ""))) for number, properties, _ in children]


def obey(line):
    order, _, label = line.strip().partition(" ")
    found = menu()
    if order == "menu":
        with open(sys.argv[2], "a", encoding="utf-8") as file:
            file.write(json.dumps([text for _, text in entries(found)], ensure_ascii=False) + "\n")
    else:
        number = next(number for number, text in entries(found) if text == label)
        found.Event(number, "clicked", dbus.String("", variant_level=1), dbus.UInt32(0))
    return False


def listen():
    while True:  # a FIFO ends whenever its writer closes: open it again
        with open(sys.argv[1], encoding="utf-8") as fifo:
            for line in fifo:
                GLib.idle_add(obey, line)


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName(WATCHER, bus, do_not_queue=True)
watcher = Watcher(bus, "/StatusNotifierWatcher")
threading.Thread(target=listen, daemon=True).start()
print("ready", flush=True)
GLib.MainLoop().run()
