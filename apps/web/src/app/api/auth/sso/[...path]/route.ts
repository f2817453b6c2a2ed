import { handlers } from "~/runtime";

type Params = { params: Promise<{ path: string[] }> };

const answer = async (request: Request, { params }: Params) =>
  handlers.sso(request, (await params).path);

export { answer as GET, answer as POST };
