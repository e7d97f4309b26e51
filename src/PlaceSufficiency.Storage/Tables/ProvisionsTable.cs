using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>provisions.csv</c>.</summary>
internal sealed record ProvisionRow(int Line, Provision Provision);

/// <summary>Commissioned units of providers, and whom each is for.</summary>
internal static class ProvisionsTable
{
    private static readonly Column<ProvisionId> _id = Column.Needed("provision_id", FieldScalars.ProvisionId, "Id of the provision.");
    private static readonly Column<ProviderId> _provider = Column.Needed("provider_id", FieldScalars.ProviderId, "School or college it belongs to, as in providers.csv.") with { WithCosts = "the provision itself" };
    private static readonly Column<string> _name = Column.Needed("name", FieldScalars.Text, "Name of the provision.");
    private static readonly Column<ProvisionKind> _kind = Column.Needed("kind", FieldScalars.Kind, "Kind of provision.") with { WithCosts = "special-school" };
    private static readonly Column<NeedSet> _needs = Column.Needed("needs", FieldScalars.Needs, "Primary needs admitted.") with { WithCosts = "all" };
    private static readonly Column<LevelSet> _levels = Column.Needed("levels", FieldScalars.Levels, "Every level of provision it serves; the most specialist is its own.") with { WithCosts = "all" };
    private static readonly Column<YearGroup> _from = Column.Needed("year_from", FieldScalars.YearGroup, "Youngest year group admitted.") with { WithCosts = "-4" };
    private static readonly Column<YearGroup> _to = Column.Needed("year_to", FieldScalars.YearGroup, "Oldest year group admitted.") with { WithCosts = "20" };
    private static readonly Column<SexAdmitted> _sex = Column.Optional("sex", FieldScalars.SexAdmitted, "mixed", "Sexes admitted.");
    private static readonly Column<decimal> _ceiling = Column.Optional(
        "over_number_ceiling_percent", Numbers.Decimal(0, 100), "0", "Pupils above places that may be taken, as a percentage of places.", "%");

    private static readonly Column<AcademicYear> _opens = Column.Optional(
        "opens", FieldScalars.AcademicYear, "open from before the horizon", "First academic year in which it exists.");

    private static readonly Column<AcademicYear> _closes = Column.Optional("closes", FieldScalars.AcademicYear, "never", "First academic year in which it no longer exists.");
    private static readonly Column<AcademicYear> _noNew = Column.Optional(
        "no_new_placements_from", FieldScalars.AcademicYear, "never", "First academic year in which nobody new is placed; placements made before stand.");

    /// <summary>The table.</summary>
    internal static readonly Table<ProvisionRow> Table = new(
        "provisions.csv",
        [_id, _provider, _name, _kind, _needs, _levels, _from, _to, _sex, _ceiling, _opens, _closes, _noNew, Column.Source(), Column.Date()],
        [_id],
        row => new ProvisionRow(row.Line, new Provision(
            row.Of(_id),
            row.Of(_provider, new ProviderId(row.Of(_id).Value)),
            row.Of(_name),
            row.Of(_kind, ProvisionKind.SpecialSchool),
            new Designation(row.Of(_needs, NeedSet.All), row.Of(_from, YearGroup.Of(-4)), row.Of(_to, YearGroup.Of(20)), row.Of(_sex, SexAdmitted.Mixed), row.Of(_levels, LevelSet.All)),
            row.Of(_ceiling, 0m) / 100,
            row.StructOf(_opens),
            row.StructOf(_closes),
            row.StructOf(_noNew))));
}
