namespace PlaceSufficiency.Reporting.Html;

/// <summary>The answer, before anything else: one plain sentence a scenario.</summary>
internal static class AnswerHtml
{
    /// <summary>Writes the answers, the baseline's first.</summary>
    internal static void Write(HtmlText page, PageContents contents)
    {
        page.Open("section", ("id", "answer"), ("aria-label", "The answer"));
        if (contents.Model.Runs is [var only])
        {
            if (only.Case.Question.Length > 0)
            {
                page.Element("p", only.Case.Question, ("class", "question"));
            }

            page.Element("p", contents.Answers[0], ("class", "answer"));
        }
        else
        {
            page.Open("ol", ("class", "answers"));
            WriteEach(page, contents, ScenarioHtml.IsDetailed);
            page.Close();
            int others = contents.Model.Runs.Count - ScenarioHtml.MostDetailed;
            if (others > 0)
            {
                page.Open("details").Element("summary", others == 1 ? "The answer of 1 more scenario" : $"The answers of {others} more scenarios").Open("ol", ("class", "answers"));
                WriteEach(page, contents, position => !ScenarioHtml.IsDetailed(position));
                page.Close().Close();
            }
        }

        page.Close();
    }

    private static void WriteEach(HtmlText page, PageContents contents, Func<int, bool> isShown)
    {
        foreach ((int position, ScenarioReport run) in contents.Model.Runs.Index().Where(run => isShown(run.Index)))
        {
            page.Open("li").Open("p", ("class", "scenario-name"));
            if (ScenarioHtml.IsDetailed(position))
            {
                page.Element("a", run.Case.Name, ("href", $"#{ScenarioHtml.IdOf(position)}"));
            }
            else
            {
                page.Element("span", run.Case.Name);
            }

            page.Element("span", position == 0 ? $" {run.Run}, the baseline" : $" {run.Run}", ("class", "run-name")).Close();
            page.Element("p", contents.Answers[position], ("class", "answer")).Close();
        }
    }
}
