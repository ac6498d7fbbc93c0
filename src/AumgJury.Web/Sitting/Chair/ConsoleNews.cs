using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting.Order;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting.Chair;

/// <summary>What whoever chairs must answer and may not be looking at: a declared link, a University that will be late, a raised hand, a floor that is free again.</summary>
public sealed record ConsoleNews(Core.Views.Console Console, PersonLine[] People, string Me)
{
    /// <summary>What is new since <paramref name="before"/>, in words for a live region; never what a link is about.</summary>
    public IEnumerable<string> Since(ConsoleNews before, TextsOf<ChairTexts> texts, OrderWords order)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(order);
        foreach (var link in Console.Interests.Where(i => !i.Ruled && before.Console.Interests.All(b => (b.Seat, b.Dossier) != (i.Seat, i.Dossier))))
        {
            yield return texts["Say_Link", link.Name, link.Dossier];
        }

        foreach (var line in Console.Order.Where(l => l.SaidLate))
        {
            var was = before.Console.Order.FirstOrDefault(l => l.University == line.University);
            if ((was?.SaidLate != true || was.LateMinutes != line.LateMinutes) && order.Late(line) is { } late)
            {
                yield return texts["Say_Late", line.Name, late];
            }
        }

        foreach (var person in People.Where(p => p.HandPlace > 0 && p.Seat != Me && before.People.FirstOrDefault(b => b.Seat == p.Seat) is { HandPlace: 0 }))
        {
            yield return texts["Say_Hand", person.Name];
        }

        // Given back, taken back, or left with the room.
        if (before.People.FirstOrDefault(b => b.HasFloor && b.Seat != Me) is { } spoke && !People.Any(p => p.HasFloor))
        {
            yield return texts["Say_FloorFree", spoke.Name];
        }
    }
}
