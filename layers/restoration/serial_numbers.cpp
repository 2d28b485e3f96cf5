// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/serial_numbers.hpp"

#include <algorithm>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/site_names.hpp"

namespace redline {
namespace {

constexpr char MARK = '@';
constexpr std::size_t KEY_SHOWN = 12;

std::string listed_ids(std::vector<std::string> const& ids) {
  std::string out;
  for (auto const& id : ids) out += (out.empty() ? "" : ", ") + id;
  return out;
}

}  // namespace

std::string SerialNumbers::number_of(std::string const& id) { return id.substr(0, id.find(MARK)); }

std::string SerialNumbers::id_of(std::string const& number, std::string const& key) {
  return number + MARK + key.substr(0, KEY_SHOWN) + key.substr(std::min(key.size(), key.find('-')));
}

void SerialNumbers::add(std::string const& id, std::string const& site) {
  auto const number = number_of(id);
  if (!digits_only(number)) return;
  auto& known = m_rows[number][id];
  if (known.empty()) known = site;
}

SerialNumbers::Rows const& SerialNumbers::rows(std::string const& number) {
  if (!m_loaded)
    m_store.each_site([&](std::string_view row, std::string_view site) { add(std::string(row), std::string(site)); });
  m_loaded = true;
  return m_rows[number];
}

bool SerialNumbers::of_another_site(std::string const& number, std::string const& site) {
  auto const name = folded_site(site);
  auto const& taken = rows(number);
  return !name.empty() && !taken.empty() && std::none_of(taken.begin(), taken.end(), [&](auto const& row) {
    auto const other = folded_site(row.second);
    return other.empty() || other == name;
  });
}

std::optional<Message> SerialNumbers::resolve(RowValues& v) {
  std::string out;
  for (auto const named : ids_of(v[M_REPLACES])) {
    std::string const id(named), row(row_of(named)), part = id.substr(row.size());
    std::string meant = row, list;
    int of_this_site = 0;
    auto const taken = digits_only(row) ? rows(row) : Rows{};
    for (auto const& [other, site] : taken) {
      list += (list.empty() ? "" : ", ") + other + " (" + site + ")";
      if (!v[M_SITE].empty() && folded_site(site) == folded_site(v[M_SITE])) ++of_this_site, meant = other;
    }
    if (!digits_only(row))
      if (auto const others = m_store.reports_of(row); !others.empty())
        return Message{"restoration.replaces_report", {row, row + ", " + listed_ids(others)}};
    if (taken.size() > 1 && of_this_site != 1) return Message{"restoration.replaces_serial", {row, list}};
    out += (out.empty() ? "" : ";") + meant + part;
  }
  if (!out.empty()) v[M_REPLACES] = out;
  return std::nullopt;
}

}  // namespace redline
