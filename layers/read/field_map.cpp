// SPDX-License-Identifier: Apache-2.0
#include "layers/read/field_map.hpp"

#include <algorithm>

#include "engine/core/error.hpp"

namespace redline {
namespace {

struct Meaning {
  char const* name;
  std::vector<char const*> both, areas, activities;  // field names, best first, lower case
};

std::vector<Meaning> const& meanings() {
  static std::vector<Meaning> const TABLE{
      {"id", {"id", "编号", "bsm", "标识码"}, {"reserve_id", "area_id", "hxbm", "bhdbm"},
       {"activity_id", "许可证号", "采矿许可证号", "勘查许可证号", "licence_no", "license_no", "xkzh", "kcckxkzh", "井号"}},
      {"name", {"name", "名称", "mc"}, {"reserve", "bhqmc", "bhdmc", "保护区名称", "hxmm", "hxmc", "name_zh"}, {"矿山名称", "项目名称", "xmmc", "ksmc", "井名"}},
      {"zone", {}, {"zone", "功能区", "管控分区", "gnfq", "gnq", "gkfq", "功能分区", "zonificacion"}, {}},
      {"kind", {"kind", "类型", "activity_kind"}, {"area_kind"}, {"设施类型"}},
      {"level", {}, {"level", "级别", "bhqjb", "bhdjb"}, {}},
      {"licence_no", {}, {}, {"licence_no", "license_no", "许可证号", "采矿许可证号", "勘查许可证号", "xkzh", "kcckxkzh"}},
      {"holder", {}, {}, {"holder", "申请人", "矿业权人", "sqr", "作业区", "公司", "责任单位"}},
      {"mineral", {}, {}, {"mineral", "开采主矿种", "主矿种", "矿种", "kczkzmc", "kckzmc", "kz"}},
      {"status", {}, {}, {"status", "状态", "矿权状态"}},
      {"county", {}, {}, {"county", "所在县", "县", "县市", "szxzqmc", "所在行政区名称"}},
      {"valid_from", {"valid_from"}, {"有效期起"}, {"有效期起", "yxqq", "有效起"}},
      {"valid_to", {"valid_to"}, {"有效期止"}, {"有效期止", "yxqz", "有效止"}},
      {"granted_on", {}, {}, {"granted_on", "签发时间", "首次设立时间", "首次设立", "qfsj", "scslsj", "fzrq", "设立时间"}},
      {"act_date", {}, {}, {"act_date", "办理日期"}},
      {"renewal_filed_on", {}, {}, {"renewal_filed_on", "延续申请", "申请延续"}},
      {"designated_on", {}, {"designated_on", "pzsj", "批准时间", "设立时间", "founded"}, {}},
      {"declared_km2", {}, {}, {"矿区面积", "zmj", "kckqmj", "qkmj", "area_km2"}},
      {"declared_ha", {}, {}, {"area_ha", "面积公顷"}},
      {"declared_m2", {}, {}, {"area_m2", "占地面积"}},
      {"accuracy_m", {"accuracy_m", "精度"}, {}, {}},
      {"boundary_doc", {}, {"boundary_doc", "批准文号"}, {}},
      {"schematic", {}, {"schematic", "示意"}, {}},
      {"action", {}, {}, {"action"}},
  };
  return TABLE;
}

std::string lower(std::string s) {
  std::transform(s.begin(), s.end(), s.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return s;
}

// Shapefile names are cut at ten bytes: 有效期起 survives, longer ones match by their beginning.
bool same_field(std::string const& field, std::string const& known) {
  auto const f = lower(field);
  return f == known || (f.size() >= 9 && f.size() <= 10 && known.size() > f.size() && known.compare(0, f.size(), f) == 0);
}

std::string names(std::vector<FieldInfo> const& fields) {
  std::string out;
  for (auto const& f : fields) out += (out.empty() ? "" : ", ") + f.name;
  return out;
}

std::optional<std::string> find(std::vector<FieldInfo> const& fields, Meaning const& m, FieldRole role) {
  auto candidates = role == FieldRole::areas ? m.areas : m.activities;
  candidates.insert(role == FieldRole::areas ? candidates.end() : candidates.end(), m.both.begin(), m.both.end());
  for (auto const* known : candidates)
    for (auto const& f : fields)
      if (same_field(f.name, known)) return f.name;
  return std::nullopt;
}

}  // namespace

FieldMap recognise(std::vector<FieldInfo> const& fields, FieldRole role, std::map<std::string, std::string> const& overrides,
                   Findings&) {
  FieldMap out;
  for (auto const& m : meanings())
    if (auto const field = find(fields, m, role)) out.fields[m.name] = *field;
  for (auto const& [meaning, from] : overrides) {
    bool const constant = from.empty() || from.front() == '=';
    auto const it = std::find_if(fields.begin(), fields.end(), [&](auto const& f) { return f.name == from; });
    if (!constant && it == fields.end()) throw Error(ErrorKind::input, "read.no_field", {meaning, from, names(fields)});
    if (from.empty()) out.fields.erase(meaning);
    else out.fields[meaning] = from;
  }
  return out;
}

}  // namespace redline
