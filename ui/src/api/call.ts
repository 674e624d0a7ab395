// Every read is a query named after its command, every write a mutation named after its command. The names are what
// `freshness.ts` looks up in the topics that Rust declares, so that no screen lists what it makes stale.
import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { commands, type ErrorCode } from "./bindings";
import { answer } from "./failure";

type Commands = typeof commands;
type Name = keyof Commands;
type Data<K extends Name> = Extract<Awaited<ReturnType<Commands[K]>>, { status: "ok" }>["data"];
type Arguments<K extends Name> = Parameters<Commands[K]>;

export function ask<K extends Name>(name: K, args: Arguments<K>): Promise<Data<K>> {
  const command = commands[name] as unknown as (...given: Arguments<K>) => Parameters<typeof answer<Data<K>>>[0];
  return answer<Data<K>>(command(...args));
}

export function read<K extends Name>(name: K, ...args: Arguments<K>) {
  return queryOptions<Data<K>>({ queryKey: [name, ...args], queryFn: () => ask(name, args) });
}

/** `handles`: the refusals that the screen itself answers; all others go to the one failure notice. */
export function write<K extends Name>(name: K, handles: ErrorCode[] = []) {
  return mutationOptions<Data<K>, Error, Arguments<K>>({
    mutationKey: [name],
    mutationFn: (args) => ask(name, args),
    meta: { handles },
  });
}
