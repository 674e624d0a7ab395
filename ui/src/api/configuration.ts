import { read, write } from "./call";

export type { AppointmentType, AppointmentTypeInput, Configuration, Reason } from "./bindings";
export const configuration = read("getConfiguration");
export const createAppointmentType = write("createAppointmentType", ["invalid_input"]);
export const updateAppointmentType = write("updateAppointmentType", ["invalid_input"]);
export const deleteAppointmentType = write("deleteAppointmentType");
export const reorderAppointmentTypes = write("reorderAppointmentTypes");
export const createReason = write("createAppointmentReason", ["invalid_input"]);
export const updateReason = write("updateAppointmentReason", ["invalid_input"]);
export const deleteReason = write("deleteAppointmentReason");
export const reorderReasons = write("reorderAppointmentReasons");
