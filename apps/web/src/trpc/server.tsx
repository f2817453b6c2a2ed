import "server-only";

import { createServerProcedures } from "@besunny/web-kit/trpc/create-server-procedures";

import { handlers } from "~/runtime";

/** The same procedures as in the browser, for server components. */
export const { getQueryClient, Hydrate, trpc } = createServerProcedures("web", handlers.trpc);
