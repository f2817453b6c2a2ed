import { handlers } from "~/runtime";

export const GET = (request: Request) => handlers.trpc(request);
export const POST = GET;
