import { setTimeout as setTimeoutAsync } from "node:timers/promises";

/** Ends one piece of work's stay; to be called once. */
export type Release = () => void;

export interface AdmissionLimits {
  /** How much is worked on at once. */
  slots: number;
  /** Slots beside these for what must go on under load: sign-in and moderation. */
  reserve: number;
  /** How many may wait. */
  queue: number;
  /** How many may have stepped out for a moment. */
  outside: number;
}

interface Waiting {
  urgent: boolean;
  admit: (release: Release | null) => void;
  timer: NodeJS.Timeout;
}

/**
 * Bounds what is worked on at once, so that those let in stay fast and the others soon hear an
 * honest "try again".
 */
export class Admission {
  #limits: AdmissionLimits;
  #inside = 0;
  #waiting: Waiting[] = [];
  #outside = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  get inside(): number {
    return this.#inside;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Waits for a slot, at most `patienceMs`.
   *
   * @returns null where the queue is full or patience ended.
   */
  enter(urgent: boolean, patienceMs: number): Promise<Release | null> {
    if (this.#hasRoom(urgent)) return Promise.resolve(this.#admit());
    if (this.#waiting.length >= this.#limits.queue + (urgent ? this.#limits.reserve : 0)) {
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        resolve(null);
      }, patienceMs);
      const waiting: Waiting = { urgent, admit: resolve, timer };
      this.#waiting.push(waiting);
    });
  }

  /**
   * Gives a slot back for a moment, so that whoever has to wait keeps nobody else out.
   *
   * @returns a new slot; null where too many are outside, or none was to be had afterwards.
   */
  async stepOut(release: Release, ms: number, patienceMs: number): Promise<Release | null> {
    release();
    if (this.#outside >= this.#limits.outside) return null;
    this.#outside += 1;
    try {
      await setTimeoutAsync(ms);
    } finally {
      this.#outside -= 1;
    }
    return this.enter(false, patienceMs);
  }

  #hasRoom(urgent: boolean): boolean {
    return this.#inside < this.#limits.slots + (urgent ? this.#limits.reserve : 0);
  }

  #admit(): Release {
    this.#inside += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#inside -= 1;
      this.#next();
    };
  }

  #next(): void {
    const urgent = this.#waiting.findIndex((waiting) => waiting.urgent);
    const at = Math.max(urgent, 0);
    const next = this.#waiting[at];
    if (next === undefined || !this.#hasRoom(next.urgent)) return;
    this.#waiting.splice(at, 1);
    clearTimeout(next.timer);
    next.admit(this.#admit());
  }
}
