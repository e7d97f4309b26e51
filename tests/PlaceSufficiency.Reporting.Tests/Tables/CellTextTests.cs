using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Tests.Tables;

public class CellTextTests
{
    [Fact]
    public void What_rounds_to_nought_has_no_sign()
    {
        Assert.Equal("0.00", CellText.ForPeople(new NumberCell(-0.004m, 2)));
        Assert.Equal("0", CellText.ForPeople(new MoneyCell(new Pounds(-499), InThousands: true)));
    }

    [Fact]
    public void Money_has_its_sign_before_the_pound() => Assert.Equal("-£1,235", CellText.ForPeople(new MoneyCell(new Pounds(-1_234.5m))));

    [Fact]
    public void Thousands_are_grouped_and_halves_round_away_from_nought()
    {
        Assert.Equal("-1,234,567", CellText.ForPeople(new CountCell(-1_234_567)));
        Assert.Equal("2.35", CellText.ForPeople(new NumberCell(2.345m, 2)));
        Assert.Equal("59,800", CellText.ForPeople(new MoneyCell(new Pounds(59_799_500), InThousands: true)));
    }
}
