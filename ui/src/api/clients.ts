import { read, write } from "./call";

export type { Client, ClientInput } from "./bindings";
export const clients = (search: string) => read("listClients", search);
export const client = (id: string) => read("getClient", id);
export const createClient = write("createClient", ["invalid_input"]);
export const updateClient = write("updateClient", ["invalid_input"]);
export const archiveClient = write("archiveClient");
