import { handlers } from "~/runtime";

type Params = { params: Promise<{ token: string }> };

export const POST = async (request: Request, { params }: Params) =>
  handlers.inbound(request, (await params).token);
