import type { ClientOrder } from "./bindings";
import { read, write } from "./call";

export type { Client, ClientInput, ClientOrder, Duplicate, Exported, Prospect } from "./bindings";

/** `archived`: only those put away, or only those not; null for everybody. */
export const clients = (search: string, archived: boolean | null = null, order: ClientOrder = "name") =>
  read("listClients", { search, archived, order });
export const client = (id: string) => read("getClient", id);
export const clientAttendance = (id: string) => read("getClientAttendance", id);
export const createClient = write("createClient", ["invalid_input"]);
export const updateClient = write("updateClient", ["invalid_input"]);
export const updateClientNotes = write("updateClientNotes", ["invalid_input"]);
export const archiveClient = write("archiveClient");

/** One search answers so many at most. */
export const mostFound = 200;
/** So many pairs at most come at once. */
export const mostDuplicates = 50;
export const prospect = (appointment: string) => read("getProspect", appointment);
export const createClientFromProspect = write("createClientFromProspect");
export const exportClient = write("exportClient");
export const eraseClient = write("eraseClient");
export const clientDuplicates = () => read("getClientDuplicates");
export const mergeClients = write("mergeClients", ["invalid_input", "not_found"]);
export const tellClientsApart = write("tellClientsApart");
