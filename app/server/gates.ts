import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { GateAnswer, GateName, Gates } from "#app/web/context.ts";

interface Limit {
  attempts: number;
  seconds: number;
}

/** Per address and process. Enough for a family or a drop-in centre behind one address. */
const LIMITS: Readonly<Record<GateName, Limit>> = {
  post: { attempts: 30, seconds: 10 * 60 },
  preview: { attempts: 90, seconds: 10 * 60 },
  // Beside the limits of each name (app/domain/accounts/tries.ts); nobody waits longer than a minute
  // for what others do at the same address.
  sign_in: { attempts: 20, seconds: 60 },
  join: { attempts: 40, seconds: 15 * 60 },
  key: { attempts: 20, seconds: 15 * 60 },
  report: { attempts: 20, seconds: 60 * 60 },
};

/** Everybody on Tor's own address shares one key, so that it has room for many. */
const ONION_FACTOR = 40;

const OPEN: Gates = { limited: false, pass: () => Promise.resolve({ ok: true }) };

/** Rate limits in memory; with `RATE_LIMITS=off` (tests and benchmarks on loopback) all are open. */
export function makeGates(enabled: boolean): Gates {
  if (!enabled) return OPEN;
  const limiters = new Map<string, RateLimiterMemory>();
  for (const [name, { attempts, seconds }] of Object.entries(LIMITS)) {
    limiters.set(name, new RateLimiterMemory({ points: attempts, duration: seconds }));
    const wide = new RateLimiterMemory({ points: attempts * ONION_FACTOR, duration: seconds });
    limiters.set(`${name} onion`, wide);
  }
  return {
    limited: true,
    async pass(gate, address): Promise<GateAnswer> {
      const limiter = limiters.get(address === "onion" ? `${gate} onion` : gate);
      if (limiter === undefined) throw new Error(`There is no gate "${gate}".`);
      try {
        await limiter.consume(address);
        return { ok: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { ok: false, retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
      }
    },
  };
}
