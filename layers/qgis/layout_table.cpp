// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/layout_table.hpp"

#include "engine/core/error.hpp"

namespace redline {
namespace {

using Kind = Mustache::type;

constexpr double MARGIN_MM = 0.8, POINTS = 6.5;
constexpr char const* SEVERITY =
    "array_find(array('prohibited', 'must_exit', 'review', 'conditional', 'incomplete', 'allowed', 'clear'), "
    "\"verdict\")";

std::string cell_text(toml::table const& t, char const* key) { return t[key].value_or(std::string{}); }

// At most so many halves of a Chinese character.
std::string shortened(std::string const& value, long halves) {
  return fmt::format(
      "with_variable('t', {0}, with_variable('n', length(@t) + length(regexp_replace(@t, '[ -~]', '')), if(@n <= {1}, "
      "@t, left(@t, to_int(floor(length(@t) * ({1} - 2) / @n))) || '…')))",
      value, halves);
}

Mustache columns_of(toml::table const& table, LayoutPaper const& paper, Language l) {
  Mustache out(Kind::list);
  for (auto const& node : *table["columns"].as_array()) {
    auto const& c = *node.as_table();
    Mustache column(Kind::object);
    auto const halves = c["short"].value_or(0L);
    column["value"] = halves > 0 ? shortened(cell_text(c, "value"), halves) : cell_text(c, "value");
    column["title"] = render(cell_text(c, "title"), l), column["align"] = c["right"].value_or(false) ? "2" : "1";
    column["width"] = number(paper.mm(c["width"].value_or(0.0) + 2 * MARGIN_MM) - 2 * MARGIN_MM);
    out << column;
  }
  return out;
}

Mustache sorts() {
  Mustache out(Kind::list);
  for (auto const& [value, order] : {std::pair{SEVERITY, "0"}, {"\"overlap_m2\"", "1"}, {"\"fid\"", "0"}}) {
    Mustache s(Kind::object);
    s["value"] = value, s["order"] = order;
    out << s;
  }
  return out;
}

}  // namespace

toml::table const& layout_table(toml::array const& tables, std::string const& name) {
  for (auto const& node : tables)
    if (cell_text(*node.as_table(), "name") == name) return *node.as_table();
  throw Error(ErrorKind::invariant, "qgis.palette", {"layouts.toml: table " + name});
}

long rows_of(toml::table const& table, LayoutPaper const& paper) {
  auto const* rows = table["rows"].as_table();
  return rows ? (*rows)[paper.name].value_or(1L) : 1L;
}

Mustache layout_table_data(toml::array const& tables, std::string const& name, std::string const& sheet,
                           LayoutPaper const& paper, Language l) {
  auto const& t = layout_table(tables, name);
  auto const like = cell_text(t, "columns_of");
  auto const relation = cell_text(t, "relation"), filter = cell_text(t, "filter");
  Mustache d(Kind::object);
  d["relation"] = relation;  // finds its rows by an index, a filter would read all
  d["source"] = relation.empty() ? "1" : "2", d["rows"] = std::to_string(rows_of(t, paper));
  d["filter"] = filter, d["filtered"] = filter.empty() ? "false" : "true";
  d["header"] = like.empty() ? "0" : "2";  // further rows of a table above need none
  d["shaded"] = t["shaded"].value_or(false) ? "1" : "0", d["margin"] = number(MARGIN_MM);
  d["frame_uuid"] = sheet + "-" + name + "-rows", d["child_uuid"] = sheet + "-" + name + "-table";
  d["points"] = paper.points(POINTS);
  d.set("columns", columns_of(like.empty() ? t : layout_table(tables, like), paper, l)), d.set("sorts", sorts());
  return d;
}

}  // namespace redline
