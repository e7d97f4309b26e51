using System.Collections.Immutable;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>schemes.csv</c>.</summary>
internal sealed record SchemeRow(
    int Line, SchemeId Id, string Name, ProvisionId Provision, AcademicYear? Opens, SchemeStatus? Status, AcademicYear? Earliest, AcademicYear? Latest,
    ImmutableArray<Prerequisite> Requires, ImmutableArray<SchemeId> Excludes, ImmutableArray<string> Groups);

/// <summary>Capital schemes.</summary>
internal static class SchemesTable
{
    private static readonly Column<SchemeId> _id = Column.Needed("scheme_id", FieldScalars.SchemeId, "Id of the scheme.");
    private static readonly Column<string> _name = Column.Needed("name", FieldScalars.Text, "Name of the scheme.");
    private static readonly Column<ProvisionId> _provision = Column.Needed("provision_id", FieldScalars.ProvisionId, "Provision that gains the places, as in provisions.csv.");
    private static readonly Column<AcademicYear> _opens = Column.Optional(
        "opens", FieldScalars.AcademicYear, "not committed", "Academic year whose September a committed scheme opens in.");

    private static readonly Column<SchemeStatus> _status = Column.Optional(
        "status", SchemeScalars.Status, "committed where opens is stated, else not-considered",
        "committed: opens as stated; candidate: the plan decides whether and when; not-considered: neither, unless a scenario says so.");

    private static readonly Column<AcademicYear> _earliest = Column.Optional(
        "earliest", FieldScalars.AcademicYear, "the first planned year", "First academic year in whose September a candidate may open.");

    private static readonly Column<AcademicYear> _latest = Column.Optional(
        "latest", FieldScalars.AcademicYear, "the last planned year", "Last academic year in whose September a candidate may open.");

    private static readonly Column<ImmutableArray<Prerequisite>> _requires = Column.Optional(
        "requires", SchemeScalars.Prerequisites, "none", "Schemes that must open before it or in the same September, ';' between; '+2' after one: at least 2 years before.");

    private static readonly Column<ImmutableArray<SchemeId>> _excludes = Column.Optional(
        "excludes", SchemeScalars.Schemes, "none", "Schemes that never open in the same plan, ';' between.");

    private static readonly Column<ImmutableArray<string>> _groups = Column.Optional(
        "groups", SchemeScalars.Groups, "none", "Groups that it counts in, ';' between; how many of a group may open stands in the base file's scheme-groups.");

    /// <summary>The table.</summary>
    internal static readonly Table<SchemeRow> Table = new(
        "schemes.csv",
        [_id, _name, _provision, _opens, _status, _earliest, _latest, _requires, _excludes, _groups, Column.Source(), Column.Date()],
        [_id],
        row => new SchemeRow(
            row.Line, row.Of(_id), row.Of(_name), row.Of(_provision), row.StructOf(_opens), row.StructOf(_status), row.StructOf(_earliest), row.StructOf(_latest),
            row.Of(_requires, []), row.Of(_excludes, []), row.Of(_groups, [])))
    {
        MayBeEmpty = true,
    };
}
