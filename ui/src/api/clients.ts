import { read, write } from "./call";

export type { Client, ClientInput, Duplicate, Exported, Prospect } from "./bindings";
export const clients = (search: string) => read("listClients", search);
export const client = (id: string) => read("getClient", id);
export const createClient = write("createClient", ["invalid_input"]);
export const updateClient = write("updateClient", ["invalid_input"]);
export const archiveClient = write("archiveClient");

/** One search answers so many at most. */
export const mostFound = 500;
export const prospect = (appointment: string) => read("getProspect", appointment);
export const createClientFromProspect = write("createClientFromProspect");
export const exportClient = write("exportClient");
export const eraseClient = write("eraseClient");
export const clientDuplicates = () => read("getClientDuplicates");
export const mergeClients = write("mergeClients", ["invalid_input", "not_found"]);
