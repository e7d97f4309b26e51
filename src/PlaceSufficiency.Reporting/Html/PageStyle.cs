namespace PlaceSufficiency.Reporting.Html;

/// <summary>The page's style: one column, readable at 360 px and 1,280 px, on paper as A4. Dark on white, no outside font.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet.</summary>
    internal const string Sheet =
        """
        <style>
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 72rem; background: #fff; color: #1b1b1b;
          font: 1rem/1.5 Arial, Helvetica, sans-serif; overflow-wrap: break-word; }
        .working-copy { margin: 0 -1rem 1.5rem; padding: .5rem 1rem; background: #1b1b1b; color: #fff; font-weight: bold; }
        h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.2; }
        h2 { margin: 2.5rem 0 1rem; padding-top: .5rem; border-top: 2px solid #1b1b1b; font-size: 1.35rem; }
        .question { margin: 0 0 1rem; color: #444; }
        .answer { margin: 0 0 1rem; padding: 1rem; border-left: .5rem solid #332288; background: #f1f0f8; font-size: 1.2rem; }
        nav ol { padding-left: 1.5rem; columns: 18rem; column-gap: 3rem; }
        a { color: #1a3e8c; }
        figure { margin: 0 0 2rem; break-inside: avoid; }
        figcaption { margin-bottom: .25rem; font-weight: bold; }
        .scroll { overflow-x: auto; }
        .scroll + .scroll { margin-top: 1.25rem; }
        .scroll:focus-visible { outline: 3px solid #332288; }
        .scroll svg { display: block; width: 100%; min-width: 36rem; max-width: 60rem; height: auto; }
        .legend { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin: 0 0 .25rem; padding: 0; list-style: none; font-size: .9rem; }
        .legend svg { width: 1.75rem; height: .8rem; margin-right: .4rem; }
        details { margin-top: .25rem; }
        summary { cursor: pointer; color: #1a3e8c; }
        section.table { margin: 0 0 2rem; }
        table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        caption { padding: .25rem 0; text-align: left; font-weight: bold; font-size: 1rem; }
        th, td { padding: .25rem .6rem; border-bottom: 1px solid #bbb; text-align: left; vertical-align: top; }
        thead th { border-bottom: 2px solid #1b1b1b; vertical-align: bottom; }
        tbody th { font-weight: normal; min-width: 6rem; }
        .number { text-align: right; white-space: nowrap; }
        tr.total th, tr.total td { border-top: 2px solid #1b1b1b; font-weight: bold; }
        .note, footer { color: #444; font-size: .9rem; }
        footer { margin-top: 3rem; border-top: 2px solid #1b1b1b; }
        footer code { overflow-wrap: anywhere; }
        @media print {
          @page { size: A4; margin: 15mm; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          .working-copy { margin: 0 0 1rem; color: #000; background: none; border: 2px solid #000; }
          nav, details { display: none; }
          .scroll { overflow: visible; }
          .scroll svg { min-width: 0; max-width: 100%; }
          table { font-size: 7.5pt; width: 100%; }
          th, td { padding: .1rem .25rem; }
          tbody th { min-width: 0; }
          tr, caption { break-inside: avoid; }
          thead { display: table-header-group; }
          h2, caption { break-after: avoid; }
        }
        </style>
        """;
}
