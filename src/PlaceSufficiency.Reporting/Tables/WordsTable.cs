using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>The words and letters of the field that a report uses, for readers who are new to it.</summary>
public static class WordsTable
{
    private static readonly (string Word, string Meaning)[] _words =
    [
        ("Pupil", "a child or young person up to 25 with an education, health and care plan (EHC plan)"),
        ("Suitable place", "a place for the pupil's need, age and sex, at the level that the plan calls for or above, open and within reach"),
        ("Unplaced", "without a suitable place in that year"),
        ("Pupil-year", "one pupil in one year; pupils added up over years"),
        ("Specialist place", "a place in a special school, a resourced provision or a SEN unit"),
        ("Resourced provision, SEN unit", "a base in a mainstream school for pupils with one kind of need; together also called specialist bases"),
        ("INMSS", "independent or non-maintained special school"),
        ("Over-number", "pupils whom a school takes above its places"),
        ("High needs block", "the budget, by financial year, that pays for places, top-ups and fees of INMSS"),
        ("Placement stands", "a pupil stays where placed until moving to the next phase, leaving, or a closure"),
        ("ASD", "autism"),
        ("HI", "hearing impairment"),
        ("MLD", "moderate learning difficulty"),
        ("MSI", "multi-sensory impairment"),
        ("OTH", "other difficulty"),
        ("PD", "physical disability"),
        ("PMLD", "profound and multiple learning difficulty"),
        ("SEMH", "social, emotional and mental health"),
        ("SLCN", "speech, language and communication needs"),
        ("SLD", "severe learning difficulty"),
        ("SPLD", "specific learning difficulty"),
        ("VI", "vision impairment"),
        ("DS", "Down syndrome"),
    ];

    /// <summary>The table; the need groups of the case come last.</summary>
    public static ReportTable Of(PlanningCase planningCase) => new TableOf<(string Word, string Meaning)>("words", "Words used here")
        .Words("word", "Word", row => row.Word)
        .Words("meaning", "Meaning", row => row.Meaning)
        .Of([.. _words, .. planningCase.NeedGroups.Where(group => group.Needs.ToString() != group.Name).Select(group => (group.Name, $"need group: {group.Needs}"))]);
}
