using System.Numerics;

namespace AumgJury.Core.Scoring;

/// <summary>An exact fraction. Two scores are equal when they are equal as rationals, not as floating-point numbers (statistics, 8).</summary>
public readonly record struct Rational : IComparable<Rational>
{
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(long numerator, long denominator)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException();
        }

        var divisor = (long)BigInteger.GreatestCommonDivisor(numerator, denominator) * Math.Sign(denominator);
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    public long Numerator { get; }

    /// <summary>Always positive, save in <c>default</c>, where it is 0.</summary>
    public long Denominator { get; }

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public int CompareTo(Rational other) => ((BigInteger)Numerator * other.Denominator).CompareTo((BigInteger)other.Numerator * Denominator);

    /// <summary>For display: rounded half away from zero to that many decimals.</summary>
    public decimal Rounded(int decimals) => Math.Round((decimal)Numerator / Denominator, decimals, MidpointRounding.AwayFromZero);

    public override string ToString() => $"{Numerator}/{Denominator}";
}
