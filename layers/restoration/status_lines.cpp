// The state of restoration as a table for the terminal. SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "layers/restoration/status_output.hpp"

namespace redline {
namespace {

constexpr std::size_t LINE_COLUMNS = 10;
using LineCells = std::array<std::string, LINE_COLUMNS>;

// Columns on a terminal: Chinese characters take two.
std::size_t width(std::string_view text) {
  std::size_t out = 0;
  for (char const letter : text) {
    auto const c = static_cast<unsigned char>(letter);
    if ((c & 0xC0) == 0x80) continue;
    out += c >= 0xE3 ? 2 : 1;
  }
  return out;
}

std::string line_shown(Amount a) { return a.zero() ? "0" : thousands(a.decimal(2)); }
std::string line_shown(std::optional<Amount> const& a) { return a ? line_shown(*a) : "-"; }

LineCells cells_of(ReserveStatus const& r, RestorationModel const& model, std::string const& name, Language l) {
  auto status = status_text(model, r.status, l);
  if (!r.claimed_status.empty()) status += " / " + r.claimed_status;
  return {name,
          std::to_string(r.sites),
          line_shown(r.required),
          line_shown(r.claimed),
          line_shown(r.verified),
          line_shown(r.accepted),
          line_shown(r.remaining),
          r.share ? percent_text(*r.share) + "%" : "-",
          status,
          r.overdue ? std::to_string(r.overdue) : "-"};
}

std::vector<std::string> table(std::vector<LineCells> const& rows) {
  std::array<std::size_t, LINE_COLUMNS> widths{};
  for (auto const& row : rows)
    for (std::size_t c = 0; c < LINE_COLUMNS; ++c) widths[c] = std::max(widths[c], width(row[c]));
  std::vector<std::string> out;
  for (auto const& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < LINE_COLUMNS; ++c) {
      std::string const space(widths[c] - width(row[c]), ' ');
      bool const left = c == 0 || c == 8;
      line += (c ? "  " : "") + (left ? row[c] + space : space + row[c]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.push_back(std::move(line));
  }
  return out;
}

LineCells heading(Language l) {
  LineCells out;
  constexpr std::array<char const*, LINE_COLUMNS> KEYS{"reserve",  "sites",     "required", "claimed", "verified",
                                                       "accepted", "remaining", "share",    "status",  "overdue"};
  for (std::size_t c = 0; c < LINE_COLUMNS; ++c) out[c] = render(std::string("restoration.heading.") + KEYS[c], l);
  return out;
}

void add_findings(std::vector<std::string>& out, Findings const& findings, std::string const& who, Language l) {
  for (auto const& f : findings) {
    auto const key = std::string("restoration.severity.") + (f.severity == Severity::info      ? "info"
                                                             : f.severity == Severity::warning ? "warning"
                                                                                               : "error");
    out.push_back("  " + render(key, l) + " " + (who.empty() ? "" : who + " · ") + text_of(f, l));
  }
}

}  // namespace

std::vector<std::string> status_lines(StatusRun const& run, Language l, std::string const& only) {
  auto const& s = run.status;
  std::vector<std::string> out{render(Message{"restoration.title", {to_string(s.as_of), std::to_string(s.records)}}, l),
                               ""};
  std::vector<LineCells> rows{heading(l)};
  for (auto const& r : s.reserves)
    if (only.empty() || r.reserve.id == only)
      rows.push_back(cells_of(r, run.model, short_reserve_name(r.reserve.name), l));
  if (only.empty()) rows.push_back(cells_of(s.region, run.model, render("restoration.region", l), l));
  for (auto& line : table(rows)) out.push_back(std::move(line));
  out.emplace_back();
  out.push_back(render("restoration.columns_note", l));
  if (only.empty()) out.push_back(basis_text(s, l));
  if (s.ground.disturbed_m2 > 0 && only.empty()) out.push_back(balance_text(s.ground, l));
  for (auto const& r : s.reserves)
    if (r.ground && (only.empty() || r.reserve.id == only))
      out.push_back("  " + short_reserve_name(r.reserve.name) + " · " + balance_text(r.ground->totals, l));
  auto const& t = s.tasks;
  if (t.total > 0 && only.empty())
    out.push_back(render(Message{"restoration.tasks",
                                 {std::to_string(t.total), std::to_string(t.done), std::to_string(t.standing),
                                  std::to_string(t.open), std::to_string(t.overdue.size())}},
                         l));
  if (s.records_elsewhere > 0 && only.empty())
    out.push_back(render(Message{"restoration.elsewhere", {std::to_string(s.records_elsewhere)}}, l));
  out.emplace_back();
  if (only.empty()) add_findings(out, t.findings, "", l);
  if (only.empty()) add_findings(out, s.region.findings, "", l);
  for (auto const& r : s.reserves)
    if (only.empty() || r.reserve.id == only) add_findings(out, r.findings, short_reserve_name(r.reserve.name), l);
  if (only.empty()) add_findings(out, run.notes, "", l);
  return out;
}

}  // namespace redline
