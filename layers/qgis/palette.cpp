// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/palette.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "engine/core/error.hpp"
#include "layers/qgis/embedded_text.hpp"

namespace redline {
namespace {

[[noreturn]] void bad(std::string const& what) { throw Error(ErrorKind::invariant, "qgis.palette", {what}); }

template <class T>
void take(toml::table const& t, char const* key, T& out) {
  if (auto const* node = t.get(key)) {
    auto const value = node->value<T>();
    if (!value) bad(key);
    out = *value;
  }
}

MapSymbol read_symbol(toml::table const& t) {
  MapSymbol s;
  take(t, "fill", s.fill), take(t, "outline", s.outline), take(t, "line", s.line), take(t, "marker", s.marker);
  take(t, "marker_fill", s.marker_fill), take(t, "place", s.place);
  take(t, "opacity", s.opacity), take(t, "width", s.width), take(t, "hatch_width", s.hatch_width);
  take(t, "spacing", s.spacing), take(t, "size", s.size);
  if (auto const* hatch = t["hatch"].as_array())
    for (auto const& angle : *hatch) s.hatch.push_back(angle.value<double>().value());
  if (s.outline.size() != 7 || !(s.fill.empty() || s.fill.size() == 7))
    bad("colour of " + t["title"].value_or(std::string{}));
  return s;
}

bool holds_all(MapRule const& narrow, MapRule const& wide) {
  return std::all_of(wide.where.begin(), wide.where.end(), [&](auto const& w) {
    return std::find(narrow.where.begin(), narrow.where.end(), w) != narrow.where.end();
  });
}

// What the rules before it took away from a wider one.
void exclude(std::vector<MapRule> const& before, MapRule& rule) {
  for (auto const& narrow : before) {
    if (narrow.where.size() != rule.where.size() + 1 || !holds_all(narrow, rule)) continue;
    for (auto const& [column, value] : narrow.where) {
      if (std::find(rule.where.begin(), rule.where.end(), std::pair(column, value)) != rule.where.end()) continue;
      if (!rule.not_column.empty() && rule.not_column != column) bad(rule.title);
      rule.not_column = column;
      rule.not_values.push_back(value);
    }
  }
}

MapRule read_rule(toml::table const& t, std::vector<MapRule> const& before) {
  MapRule r;
  auto const* where = t["where"].as_table();
  if (!where) bad("where");
  for (auto const& [column, value] : *where) r.where.emplace_back(column.str(), value.value<std::string>().value());
  take(t, "title", r.title), take(t, "expression", r.expression);
  r.symbol = read_symbol(t);
  exclude(before, r);
  return r;
}

std::vector<std::string> words(toml::table const& t, char const* key) {
  std::vector<std::string> out;
  if (auto const* list = t[key].as_array())
    for (auto const& word : *list) out.push_back(word.value<std::string>().value());
  return out;
}

std::string quoted_name(std::string const& name) { return '"' + name + '"'; }

LayerLook read_look(toml::table const& t) {
  LayerLook l;
  std::string field;
  take(t, "table", l.table), take(t, "class", l.rules), take(t, "label_expression", l.label), take(t, "label", field);
  take(t, "label_once", l.label_once), take(t, "label_first", l.label_first);
  take(t, "label_rest_scale", l.label_rest_scale), take(t, "label_scale", l.label_scale),
      take(t, "label_size", l.label_size);
  take(t, "priority", l.priority), take(t, "dots", l.dots), take(t, "scale", l.scale);
  take(t, "name", l.name), take(t, "timed", l.timed), take(t, "single_points", l.single_points);
  l.tip = words(t, "tip"), l.tip_long = words(t, "tip_long");
  if (l.label.empty()) l.label = quoted_name(field);
  return l;
}

Palette load() {
  Palette out;
  auto const file = toml::parse(embedded_text("palette.toml"), std::string_view("palette.toml"));
  for (auto const& [name, list] : file) {
    if (!list.is_array()) bad(std::string(name.str()));
    for (auto const& node : *list.as_array()) {
      auto const& table = *node.as_table();
      if (name.str() == "layer") {
        out.layers.push_back(read_look(table));
      } else if (name.str() == "detail") {
        out.detail[table["above"].value<long>().value()] = table["scale"].value<double>().value();
      } else {
        auto& rules = out.classes[std::string(name.str())];
        rules.push_back(read_rule(table, rules));
      }
    }
  }
  for (auto const& l : out.layers)
    if (!out.classes.count(l.rules)) bad(l.rules);
  return out;
}

}  // namespace

Palette const& palette() {
  static Palette const loaded = load();
  return loaded;
}

LayerLook const* Palette::look_of(std::string_view table) const {
  auto const it = std::find_if(layers.begin(), layers.end(), [&](auto const& l) { return l.table == table; });
  return it == layers.end() ? nullptr : &*it;
}

std::string condition(MapRule const& rule) {
  std::string out = rule.expression;
  auto const also = [&](std::string const& term) { out += (out.empty() ? "" : " AND ") + term; };
  for (auto const& [column, value] : rule.where) also(quoted_name(column) + " = '" + value + "'");
  std::string values;
  for (auto const& v : rule.not_values) values += (values.empty() ? "'" : ", '") + v + "'";
  if (!values.empty()) also("coalesce(" + quoted_name(rule.not_column) + ", '') NOT IN (" + values + ")");
  return out;
}

}  // namespace redline
