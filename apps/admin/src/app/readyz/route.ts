import { handlers } from "~/runtime";

export const dynamic = "force-dynamic";
export const GET = () => handlers.readiness();
