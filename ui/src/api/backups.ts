import { read, write } from "./call";

export type { Backup, BackupKind, DataPlace } from "./bindings";

export const backups = read("getBackups");
export const backupNow = write("backupNow");
export const deleteBackup = write("deleteBackup");
export const restoreBackup = write("restoreBackup");
export const replaceDamaged = write("replaceDamaged");
