import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exportFolder } from "#app/domain/exchange/folder/export-folder.ts";
import { importFolder } from "#app/domain/exchange/folder/import-folder.ts";
import { planFolder } from "#app/domain/exchange/folder/plan-folder.ts";
import { verifyLog } from "#app/domain/moderation/log.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { folderBytes } from "#tests/support/folder-bytes.ts";
import { makeHouse } from "#tests/support/house.ts";
import { publicView } from "#tests/support/public-view.ts";
import { emptyStore, seedSite, siteArbitrary } from "#tests/support/random-site.ts";

/** The same sites every time; a longer search is one with other seeds. */
const SEARCH = { seed: 20_261_122, numRuns: 8 };

let scratch = "";
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "firsthand-folder-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

eachDialect("a site that is taken out and brought in", (open, dialect) => {
  it("is the same site, and the same folder again", async () => {
    const [from, to] = [makeHouse(await open()), makeHouse(await open())];
    const [first, second] = [join(scratch, `${dialect}-1`), join(scratch, `${dialect}-2`)];
    await fc.assert(
      fc.asyncProperty(siteArbitrary, async (site) => {
        await emptyStore(from.store);
        await emptyStore(to.store);
        await seedSite(from, site);
        expect(await checkIntegrity(from.store)).toEqual([]);
        const counts = await exportFolder(from, { path: first });
        const brought = await importFolder(to, { plan: await planFolder({ path: first }) });
        expect(brought).toEqual(counts);
        expect(await publicView(to.store)).toEqual(await publicView(from.store));
        expect(await checkIntegrity(to.store)).toEqual([]);
        expect(await verifyLog(to.store.read)).toEqual([]);
        await exportFolder(to, { path: second });
        expect(await folderBytes(second)).toEqual(await folderBytes(first));
      }),
      SEARCH,
    );
  }, 90_000);
});
