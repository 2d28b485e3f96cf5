// SPDX-License-Identifier: Apache-2.0
#include "layers/run/columns.hpp"

#include <algorithm>
#include <charconv>

namespace redline {
namespace {

std::string trimmed(std::string const& s) {
  auto const first = s.find_first_not_of(" \t\r\n");
  return first == std::string::npos ? std::string{} : s.substr(first, s.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

Columns::Columns(FieldMap const& map, FeatureSource& source) {
  auto const& fields = source.fields();
  std::vector<int> selected;
  for (auto const& [meaning, from] : map.fields) {
    if (!from.empty() && from.front() == '=') {
      m_where.push_back({meaning, -1, from.substr(1)});
      continue;
    }
    auto const it =
        std::find_if(fields.begin(), fields.end(), [&name = from](auto const& f) { return f.name == name; });
    if (it == fields.end()) continue;
    auto const field = static_cast<int>(it - fields.begin());
    auto const known = std::find(selected.begin(), selected.end(), field);
    m_where.push_back({meaning, static_cast<int>(known - selected.begin()), {}});
    if (known == selected.end()) selected.push_back(field);
  }
  source.select(selected);
}

Columns::Where const* Columns::where(std::string_view meaning) const {
  for (auto const& w : m_where)
    if (w.meaning == meaning) return &w;
  return nullptr;
}

std::vector<int> Columns::places(std::initializer_list<std::string_view> meanings) const {
  std::vector<int> out;
  for (auto const meaning : meanings)
    if (auto const* w = where(meaning); w && w->index >= 0) out.push_back(w->index);
  return out;
}

bool Columns::same(std::string_view meaning, std::string_view other) const {
  auto const *a = where(meaning), *b = where(other);
  return a && b && a->index >= 0 && a->index == b->index;
}

std::string Columns::text(std::string_view meaning, RawFeature const& feature) const {
  auto const* from = where(meaning);
  if (!from) return {};
  if (from->index < 0) return from->constant;
  auto const& value = feature.values[static_cast<std::size_t>(from->index)];
  return value ? trimmed(*value) : std::string{};
}

std::optional<double> Columns::number(std::string_view meaning, RawFeature const& feature) const {
  auto const value = text(meaning, feature);
  double out = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  return error == std::errc{} && end == value.data() + value.size() && !value.empty() ? std::optional(out)
                                                                                      : std::nullopt;
}

}  // namespace redline
