// Rooms beyond their appointment: who is in them, who was, and what is still owed for them.
import { read, write } from "./call";

export type { Attendance, Attended, OwedRoom, PersonInRoom, Visitor } from "./bindings";
export const roomPresence = (id: string) => read("getRoomPresence", id);
export const attendanceOf = (id: string) => read("getAttendance", id);
export const owedRooms = read("getOwedRooms");
export const draftClientLink = write("draftClientLink");
