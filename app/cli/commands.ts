import { defineCommand } from "citty";
import { words } from "#app/words/words.ts";

/** All commands. Each is loaded when it is asked for, so that `--help` is quick. */
export const commands = defineCommand({
  meta: { name: "firsthand", description: words().commands.summary },
  subCommands: {
    serve: () => import("./serve.ts").then(({ serve }) => serve),
    migrate: () => import("./migrate.ts").then(({ migrate }) => migrate),
    check: () => import("./check.ts").then(({ check }) => check),
    doctor: () => import("./doctor.ts").then(({ doctor }) => doctor),
    demo: () => import("./demo.ts").then(({ demo }) => demo),
    export: () => import("./export.ts").then(({ exportCommand }) => exportCommand),
    import: defineCommand({
      meta: { name: "import", description: words().importing.command.summary },
      subCommands: {
        wordpress: () => import("./import-wordpress.ts").then(({ wordpress }) => wordpress),
        firsthand: () => import("./import-firsthand.ts").then(({ firsthand }) => firsthand),
      },
    }),
    claims: () => import("./claims.ts").then(({ claims }) => claims),
    responses: () => import("./responses.ts").then(({ responses }) => responses),
    secrets: defineCommand({
      meta: { name: "secrets", description: words().commands.secrets.summary },
      subCommands: {
        rotate: () => import("./secrets-rotate.ts").then(({ rotate }) => rotate),
      },
    }),
    moderator: defineCommand({
      meta: { name: "moderator", description: words().commands.moderator.summary },
      subCommands: {
        appoint: () => import("./moderator-appoint.ts").then(({ appoint }) => appoint),
        dismiss: () => import("./moderator-dismiss.ts").then(({ dismiss }) => dismiss),
      },
    }),
  },
});
