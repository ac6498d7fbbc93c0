namespace AumgJury.Web.Texts;

/// <summary>The authority's page: follows or departs from each opinion.</summary>
public sealed class AuthorityTexts;
