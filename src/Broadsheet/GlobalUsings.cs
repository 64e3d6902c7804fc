// Everything with an address asks for one.
global using Slug = Broadsheet.Paper.Slug;
