import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** Returns where a document was processed, in words: in the house, or the servers that got something of it. Null while that is not known. */
export function usePlaces(id: string): string | null {
  const t = useTranslations("residency");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.costs.documentPlaces.queryOptions({ id }));
  if (!data) return null;
  const hosts = new Map(data.items.map((place) => [place.host, place]));
  if (hosts.size === 0) return t("inHouse");
  return [...hosts.values()]
    .map(({ host, region, isOwn }) => {
      const where = isOwn ? t("own") : region ? t(`region_${region}`) : t("unknown");
      return `${host} (${where})`;
    })
    .join("; ");
}
