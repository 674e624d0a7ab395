// The one cache of what was read. It never waits for a network: the shell answers from this computer.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { events, type PaidFeature, type Topic } from "./bindings";
import { asFailure, type Failure } from "./failure";
import { isOffer, madeOf, topicsOfWrite } from "./freshness";

type Handled = { handles?: string[] };

/** `onJoinedWithout`: the room is entered, but without something that the account's plan refuses. */
export function createCache(
  onFailure: (failure: Failure) => void,
  onJoinedWithout: (features: PaidFeature[]) => void,
): QueryClient {
  const cache: QueryClient = new QueryClient({
    defaultOptions: {
      queries: { networkMode: "always", retry: false, staleTime: 30_000, refetchOnWindowFocus: true },
      mutations: { networkMode: "always", retry: false },
    },
    queryCache: new QueryCache({}),
    mutationCache: new MutationCache({
      onSuccess: (data, _variables, _context, mutation) => {
        const command = String(mutation.options.mutationKey?.[0]);
        const { without = [] } = (command === "joinMeeting" ? data : {}) as { without?: PaidFeature[] };
        if (without.length > 0) onJoinedWithout(without);
        return makeStale(cache, topicsOfWrite(command));
      },
      onError: (error, _variables, _context, mutation) => {
        const failure = asFailure(error);
        const handles = (mutation.meta as Handled | undefined)?.handles ?? [];
        if (!handles.includes(failure.code)) onFailure(failure);
      },
    }),
  });
  return cache;
}

/** What is on the screen is read anew; what is not, when it is shown again, old and then new. */
async function makeStale(cache: QueryClient, topics: readonly Topic[]): Promise<void> {
  if (topics.length === 0) return;
  const predicate = madeOf(topics);
  cache.removeQueries({ type: "inactive", predicate: (query) => predicate(query) && isOffer(query) });
  await cache.invalidateQueries({ predicate });
}

/** Follows what the shell changes by its own work: a room made, a reminder sent. Returns how to stop. */
export function followChanges(cache: QueryClient): () => void {
  const listening = events.changed.listen(({ payload }) => {
    void makeStale(cache, payload.topics);
  });
  return () => void listening.then((stop) => stop()).catch(() => undefined);
}
