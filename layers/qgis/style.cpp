// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/style.hpp"

#include <algorithm>
#include <map>

#include "engine/core/error.hpp"
#include "layers/qgis/embedded_text.hpp"
#include "layers/qgis/symbol.hpp"
#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

using Kind = Mustache::type;

// Columns whose values are words, and the group of texts that holds their names.
std::map<std::string, std::string, std::less<>> const WORDS{{"verdict", "verdict"},
                                                            {"zone", "zone"},
                                                            {"certainty", "certainty"},
                                                            {"area_kind", "area_kind"},
                                                            {"rung", "rung"},
                                                            {"activity_kind", "activity_kind"},
                                                            {"action", "action"},
                                                            {"disposition", "disposition"},
                                                            {"result", "result"},
                                                            {"mineral_class", "mineral_class"},
                                                            {"unit", "unit"},
                                                            {"severity", "restoration.severity"},
                                                            {"stage_class", "restoration.class"}};

Mustache values_data(std::string const& group, Language l) {
  Mustache out(Kind::list);
  auto const prefix = group + ".";
  for (auto const& key : text_keys()) {
    if (key.compare(0, prefix.size(), prefix) != 0 || key.find('.', prefix.size()) != std::string::npos) continue;
    Mustache v(Kind::object);
    v["value"] = key.substr(prefix.size()), v["text"] = render(key, l);
    out << v;
  }
  return out;
}

std::string title_of(std::string const& table, std::string const& column, Language l) {
  if (auto const own = "column." + table + "." + column; has_text(own)) return render(own, l);
  auto const key = "column." + column;
  return has_text(key) ? render(key, l) : column;
}

std::string shown_value(std::string const& column, Language l) {
  auto const name = '"' + column + '"';
  if (column == "schematic")
    return "if(coalesce(" + name + ", false), '" + render("kml.yes", l) + "', '" + render("kml.no", l) + "')";
  if (WORDS.count(column)) return "represent_value(" + name + ")";
  if (column.ends_with("_share")) return "coalesce(format_number(100 * " + name + ", 2) || ' %', '–')";
  if (column.ends_with("_m2") || column.ends_with("_m")) return "coalesce(format_number(" + name + ", 2), '–')";
  return "coalesce(" + name + ", '–')";
}

Mustache excluded_data(MapRule const& r) {
  Mustache out(Kind::object), values(Kind::list);
  for (auto const& value : r.not_values) {
    Mustache v(Kind::object);
    v["column"] = r.not_column, v["value"] = value;
    values << v;
  }
  out.set("values", values);
  if (r.not_values.size() > 1) out["several"] = Mustache(Kind::bool_true);
  return out;
}

void add_sld_condition(Mustache& d, MapRule const& r) {
  Mustache equal(Kind::list);
  for (auto const& [column, value] : r.where) {
    Mustache e(Kind::object);
    e["column"] = column, e["value"] = value;
    equal << e;
  }
  d.set("equal", equal);
  if (!r.not_values.empty()) d["excluded"] = excluded_data(r);
  if (r.where.size() + (r.not_values.empty() ? 0 : 1) > 1) d["both"] = Mustache(Kind::bool_true);
}

Mustache rule_data(MapRule const& r, StyledTable const& t, double dots, int at, Language l) {
  auto d = symbol_data(r.symbol, t.dimension, dots, at);
  auto const about = r.title + ".about";
  d["name"] = std::to_string(at), d["filter"] = condition(r), d["title"] = render(r.title, l);
  d["about"] = has_text(about) ? render(about, l) : std::string{};
  if (has_text(about) && t.dimension >= 0) d["title"] = render(r.title, l) + render("qgis.colon", l) + render(about, l);
  add_sld_condition(d, r);
  return d;
}

// SLD knows no symbols that depend on the scale, but rules that do: near by the area, from afar by a sign.
Mustache sld_rules(std::vector<MapRule> const& rules, StyledTable const& t, double dots, Language l) {
  Mustache out(Kind::list);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    auto d = rule_data(rules[i], t, 0, static_cast<int>(i), l);
    if (dots > 0) d["near"] = number(dots);
    out << d;
    if (dots <= 0) continue;
    StyledTable const sign{t.table, 0, {}};
    auto far = rule_data(rules[i], sign, 0, static_cast<int>(i), l);
    far["beyond"] = number(dots);
    out << far;
  }
  return out;
}

// Whether a feature is labelled: the first of those that share a name, and the less important ones only from near.
std::string label_condition(LayerLook const& look) {
  auto const near = "(" + look.label_first + " OR coalesce(@map_scale, 0) < " + number(look.label_rest_scale) + ")";
  if (look.label_once.empty()) return near;
  return "\"fid\" = minimum(\"fid\", group_by:=\"" + look.label_once + "\") AND " + near;
}

// A text key in braces stands for its text.
std::string in_language(std::string text, Language l) {
  for (auto from = text.find('{'); from != std::string::npos; from = text.find('{', from + 1)) {
    auto const to = text.find('}', from);
    text.replace(from, to - from + 1, render(text.substr(from + 1, to - from - 1), l));
  }
  return text;
}

// The name, and that its boundary is schematic where it is: also on a screen nobody is to take it for the legal one.
std::string label_text(LayerLook const& look, StyledTable const& t, Language l) {
  auto const label = in_language(look.label, l);
  bool const stated = std::find(t.columns.begin(), t.columns.end(), "schematic") != t.columns.end();
  if (!stated || label.find("\"schematic\"") != std::string::npos) return label;
  return label + " || if(coalesce(\"schematic\", false), '" + render("qgis.schematic_mark", l) + "', '')";
}

Mustache label_data(LayerLook const& look, StyledTable const& t, Language l) {
  Mustache d(Kind::object);
  auto const dimension = t.dimension;
  d["expression"] = label_text(look, t, l), d["font_size"] = number(look.label_size),
  d["weight"] = look.priority > 8 ? "75" : "50";
  d["priority"] = number(look.priority), d["scale"] = number(look.label_scale);
  d["placement"] = !look.label_first.empty() ? "0" : dimension == 1 ? "2" : dimension == 0 ? "6" : "1";
  d["obstacle"] = look.label_first.empty() ? "1" : "0";
  if (!look.label_first.empty()) d["once"] = label_condition(look);
  return d;
}

}  // namespace

std::string column_title(std::string const& column, Language l) { return title_of({}, column, l); }

std::string shown_word(std::string const& column, std::string_view value, Language l) {
  auto const words = WORDS.find(column);
  auto const key = words == WORDS.end() ? std::string{} : words->second + "." + std::string(value);
  return has_text(key) ? render(key, l) : std::string(value);
}

StyledTable styled_table(TableSpec const& spec) {
  StyledTable t{spec.name, spec.dimension(), {}};
  for (auto const& c : spec.columns) t.columns.push_back(c.name);
  return t;
}

Mustache fields_data(StyledTable const& table, Language l) {
  Mustache out(Kind::list);
  int index = 0;
  for (auto const& column : table.columns) {
    Mustache f(Kind::object);
    auto const words = WORDS.find(column);
    bool const is_long = column == "trace" || column == "clauses" || column == "text" || column == "hint";
    f["field"] = column, f["index"] = std::to_string(++index), f["alias"] = title_of(table.table, column, l);
    f["widget"] = words != WORDS.end() ? "ValueMap" : is_long ? "TextEdit" : "";
    if (words != WORDS.end()) {
      Mustache mapped(Kind::object);
      mapped["values"] = values_data(words->second, l);
      f.set("mapped", mapped);
    }
    if (is_long) f["long"] = Mustache(Kind::bool_true);
    out << f;
  }
  return out;
}

// As an expression: what data say is no markup.
std::string as_html(std::string const& expression) {
  return "replace(to_string(" + expression + "), map('&', '&amp;', '<', '&lt;', '>', '&gt;'))";
}

std::string map_tip(LayerLook const& look, Language l) {
  Mustache d(Kind::object), rows(Kind::list), longs(Kind::list);
  for (auto const& column : look.tip) {
    Mustache r(Kind::object);
    r["title"] = title_of(look.table, column, l), r["value"] = as_html(shown_value(column, l));
    rows << r;
  }
  for (auto const& column : look.tip_long) {
    Mustache r(Kind::object);
    r["title"] = title_of(look.table, column, l);
    r["value"] = "replace(" + as_html("replace(left(coalesce(\"" + column + "\", '–'), 1500), '; ', '\\n')") +
                 ", '\\n', '<br/>')";
    longs << r;
  }
  d["name"] = as_html(look.name), d.set("rows", rows), d.set("long", longs);
  if (std::find(look.tip.begin(), look.tip.end(), "verdict") != look.tip.end())
    d["proposal"] = render("qgis.proposal", l);
  kainjow::mustache::mustache page(embedded_text("tip.mustache"));
  page.set_custom_escape([](std::string const& s) { return s; });  // expressions; escaped when put into the XML
  return page.render(d);
}

Mustache look_data(StyledTable const& t, LayerLook const& look, std::vector<MapRule> const& rules, Language l) {
  Mustache d(Kind::object), list(Kind::list);
  for (std::size_t i = 0; i < rules.size(); ++i)
    list << rule_data(rules[i], t, t.dimension == 2 ? look.dots : 0, static_cast<int>(i), l);
  d.set("rules", list);
  d[rules.empty() ? "unseen" : "seen"] = Mustache(Kind::bool_true);
  d["sld_rules"] = sld_rules(rules, t, t.dimension == 2 ? look.dots : 0, l);
  if (look.timed) d["temporal"] = Mustache(Kind::bool_true);
  d["levels"] = look.rules == "area" ? "1" : "0";
  d["table"] = t.table, d["labelled"] = "1", d["label"] = label_data(look, t, l);
  d["fields"] = fields_data(t, l), d["preview"] = look.name, d["tip"] = map_tip(look, l);
  d["geometry_type"] = std::to_string(t.dimension);
  return d;
}

std::string fill_template(std::string const& name, Mustache& data) {
  for (auto const* partial : {"look", "symbol", "marker", "far", "field", "layer", "tree", "crs", "layout", "item"})
    data["part_" + std::string(partial)] =
        Mustache(kainjow::mustache::partial([partial] { return embedded_text(partial + std::string(".mustache")); }));
  kainjow::mustache::mustache page(embedded_text(name));
  auto out = page.render(data);
  if (!page.is_valid()) throw Error(ErrorKind::invariant, "qgis.palette", {name + ": " + page.error_message()});
  return out;
}

std::vector<StyleRow> styles_of(std::vector<TableSpec> const& tables, Language l) {
  std::vector<StyleRow> out;
  for (auto const& spec : tables) {
    auto const* look = palette().look_of(spec.name);
    if (!look) continue;
    auto data = look_data(styled_table(spec), *look, palette().rules_of(*look), l);
    StyleRow row{spec.name, "redline", fill_template("qml.mustache", data), {}, {}, true};
    row.sld = fill_template("sld.mustache", data);
    row.description = render("table." + spec.name, l);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<StyleRow> ledger_styles(Language l) { return styles_of(ledger_tables(), l); }

}  // namespace redline
