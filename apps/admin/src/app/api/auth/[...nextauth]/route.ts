import { handlers } from "~/runtime";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

export const GET = (request: Request, context: RouteContext) => handlers.auth(request, context);
export const POST = GET;
