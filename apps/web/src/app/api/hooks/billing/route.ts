import { handlers } from "~/runtime";

export const POST = handlers.billingHook;
