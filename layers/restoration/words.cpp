// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/restoration/amount.hpp"
#include "layers/workspace/reserve_name.hpp"

namespace redline {
namespace {

std::string word(std::string const& key, std::string const& otherwise, Language l) {
  return has_text(key) ? render(key, l) : otherwise;
}

std::string spaced(std::string code) {
  std::replace(code.begin(), code.end(), '_', ' ');
  return code;
}

}  // namespace

std::string thousands(std::string text) {
  auto const point = std::min(text.find('.'), text.size());
  auto const first = !text.empty() && text.front() == '-' ? 1U : 0U;
  for (auto i = point; i > first + 3; i -= 3) text.insert(i - 3, 1, ',');
  return text;
}

std::string text_of(Finding const& f, Language l) {
  auto args = f.args;
  constexpr std::string_view ZONE = "@zone.";
  for (auto& a : args) {
    if (a.empty()) a = render("restoration.not_stated", l);
    if (a.front() != '@') continue;
    if (has_text(a.substr(1)))
      a = render(a.substr(1), l);
    else if (a.starts_with(ZONE))
      a.erase(0, ZONE.size());  // a word that no code is known for
  }
  return render(Message{f.code, std::move(args)}, l);
}

std::string status_text(RestorationModel const& model, std::string const& code, Language l) {
  if (l == Language::zh)
    for (auto const& s : model.statuses)
      if (s.code == code) return s.zh;
  return word("restoration.status." + code, spaced(code), l);
}

std::string measure_text(std::string_view measure, Language l) {
  return word("restoration.measure." + std::string(measure), std::string(measure), l);
}

std::string cause_text(std::string_view kind, Language l) {
  if (kind == "restoration" || kind == "damage") return {};  // what a record speaks of, not why
  auto const own = word("restoration.kind." + std::string(kind), std::string(kind), l);
  return word("activity_kind." + std::string(kind), own, l);
}

std::string finding_text(std::string const& code, Language l) {
  auto const short_code = code.substr(code.find('.') + 1);
  auto const other = render("restoration.finding.other", l);
  return word("restoration.finding." + short_code, other, l) + " [" + short_code + "]";
}

std::string balance_text(GroundTotals const& g, Language l) {
  auto const m2 = [](double v) { return thousands(Amount::from_double(v).decimal()); };
  return render(
      Message{"restoration.balance", {m2(g.disturbed_m2), m2(g.m2[0]), m2(g.m2[1]), m2(g.m2[2]), m2(g.m2[3])}}, l);
}

std::string joined_names(std::vector<std::string> const& names, Language l) {
  std::string out;
  for (auto const& n : names) out += (out.empty() ? "" : render("restoration.between_names", l)) + n;
  return out;
}

std::string first_names(std::vector<std::string> names, Language l) {
  constexpr std::size_t SHOWN = 20;
  auto const all = names.size();
  names.resize(std::min(all, SHOWN));
  auto const shown = joined_names(names, l);
  return all <= SHOWN ? shown : render(Message{"restoration.and_more", {shown, std::to_string(all - SHOWN)}}, l);
}

std::vector<NamedReserve const*> share_basis(RestorationStatus const& s) {
  std::vector<NamedReserve const*> out;
  for (auto const& r : s.reserves)
    if (r.required) out.push_back(&r.reserve);
  return out;
}

std::string basis_text(RestorationStatus const& s, Language l) {
  std::vector<std::string> names;
  for (auto const* r : share_basis(s)) names.push_back(short_reserve_name(r->name));
  auto const all = std::to_string(s.reserves.size());
  if (names.empty()) return render(Message{"restoration.share_no_basis", {all}}, l);
  return render(Message{"restoration.share_basis", {all, std::to_string(names.size()), joined_names(names, l)}}, l);
}

std::string stage_text(Stage const& stage, Language l) {
  if (l == Language::zh) return stage.zh;
  return spaced(stage.code);
}

std::string zone_text(std::string_view zone, Language l) {
  auto const code = zone.empty() ? std::string("unzoned") : std::string(zone);
  auto const key = "zone." + code;
  return has_text(key) ? render(key, l) : code;
}

std::string percent_text(double share) {
  constexpr double HUNDREDTHS = 1e4, NOISE = 1e-8;  // of doubles: 0.57 is 5699.999… hundredths
  auto const cut = std::floor(HUNDREDTHS * share + NOISE);
  return fmt::format("{:.2f}", (share < 1 ? std::min(cut, HUNDREDTHS - 1) : cut) / 100);
}

}  // namespace redline
