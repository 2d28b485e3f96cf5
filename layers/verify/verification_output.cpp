// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "layers/verify/verify.hpp"

namespace redline {
namespace {

char const* name(DifferenceKind k) {
  switch (k) {
    case DifferenceKind::value:
      return "value";
    case DifferenceKind::only_in_file:
      return "only_in_file";
    case DifferenceKind::only_recomputed:
      return "only_recomputed";
    case DifferenceKind::source:
      break;
  }
  return "source";
}

}  // namespace

std::string verification_json(Verification const& v, std::string const& file) {
  using Json = nlohmann::ordered_json;
  Json out{{"format", "redline-verify/1"}, {"file", file},       {"result", v.same() ? "same" : "different"},
           {"recomputed", v.recomputed},   {"tables", v.tables}, {"rows", v.rows}};
  auto& versions = out["other_versions"] = Json::object();
  for (auto const& [library, change] : v.other_versions) versions[library] = change;
  auto& list = out["differences"] = Json::array();
  for (auto const& d : v.differences)
    list.push_back({{"kind", name(d.kind)},
                    {"table", d.table},
                    {"row", d.row},
                    {"column", d.column},
                    {"file", d.file_value},
                    {"recomputed", d.new_value}});
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<Message> verification_lines(Verification const& v, std::string const& file, std::size_t limit) {
  std::vector<Message> out;
  for (auto const& [library, change] : v.other_versions) out.push_back({"verify.library", {library, change}});
  for (std::size_t i = 0; i < std::min(limit, v.differences.size()); ++i) {
    auto const& d = v.differences[i];
    out.push_back({std::string("verify.") + name(d.kind), {d.table, d.row, d.column, d.file_value, d.new_value}});
  }
  if (v.differences.size() > limit) out.push_back({"verify.more", {std::to_string(v.differences.size() - limit)}});
  if (!v.recomputed) out.push_back({"verify.not_recomputed", {v.made_by}});
  if (v.same())
    out.push_back({"verify.same", {file, std::to_string(v.tables), std::to_string(v.rows)}});
  else
    out.push_back({"verify.different", {file, std::to_string(v.differences.size())}});
  return out;
}

}  // namespace redline
