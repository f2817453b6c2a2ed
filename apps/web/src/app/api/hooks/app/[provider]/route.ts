import { handlers } from "~/runtime";

type Params = { params: Promise<{ provider: string }> };

const answer = async (request: Request, { params }: Params) =>
  handlers.appHook(request, (await params).provider);

export { answer as GET, answer as POST };
