import { read, write } from "./call";

export const connection = read("getConnection");
export const checkConnection = write("checkConnection");
