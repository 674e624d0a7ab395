import { write } from "./call";

export const setZoom = write("setZoom");
