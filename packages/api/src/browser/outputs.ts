import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../trpc/router";

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;
export type { OpenedDashboard } from "../link/answer-dashboard-link";
export type { Session } from "../session";
export type { AppRouter } from "../trpc/router";
