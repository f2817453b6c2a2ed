"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Span } from "../place";
import { FaintMarks, TargetMarks } from "./mark-layer";
import type { Mark } from "./marks";
import type { PagesProps } from "./pages-props";

type Place = Outputs["documents"]["onPages"]["places"][number];

/** More places than these are not looked for at once. */
const mostSpans = 500;

/** Returns the places of words on the printed pages, each null where the print does not hold them; undefined until they are known. */
export function usePrintedPlaces(
  documentId: string,
  spans: readonly Span[],
  isPrinted: boolean,
): readonly Place[] | undefined {
  const trpc = useTRPC();
  const asked = spans.slice(0, mostSpans).map(([from, to]): [number, number] => [from, to]);
  const { data } = useQuery(
    trpc.documents.onPages.queryOptions(
      { id: documentId, spans: asked },
      { enabled: isPrinted && asked.length > 0, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  return data?.places;
}

/** Everything that is marked on one printed page of an Office document. */
export function PrintedMarks({
  documentId,
  page,
  target,
  details,
  hits,
}: Pick<PagesProps, "documentId" | "target" | "details" | "hits"> & { page: number }) {
  const t = useTranslations("viewer");
  const { span, jump } = target;
  const [wanted] = usePrintedPlaces(documentId, span ? [span] : [], true) ?? [];

  return (
    <>
      <FaintMarks
        marks={marksOn(usePrintedPlaces(documentId, details, true), page)}
        tone="detail"
        label={t("personalMarked")}
      />
      <FaintMarks
        marks={marksOn(usePrintedPlaces(documentId, hits, true), page)}
        tone="hit"
        label={t("hitsMarked")}
      />
      {span && wanted && (
        <TargetMarks
          marks={marksOn([wanted], page)}
          isTarget={wanted[0]?.page === page}
          wish={`${span.join("-")} ${jump}`}
          label={t("marked")}
        />
      )}
    </>
  );
}

function marksOn(places: readonly Place[] = [], page: number): Mark[] {
  return places.flatMap((place) =>
    (place ?? [])
      .filter((each) => each.page === page)
      .flatMap(({ marks }) => marks.map(([x, y, width, height]) => ({ x, y, width, height }))),
  );
}
