// SPDX-License-Identifier: Apache-2.0
#include "layers/ledger_report/charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "layers/ledger_report/ledger_views.hpp"
#include "layers/report/map_labels.hpp"
#include "layers/report/xml.hpp"

namespace redline {
namespace {

constexpr double ROW = 11.5, BAR = 8, TITLE = 18, TEXT = 8.8, GAP = 5, NUMBER = 34, LONGEST_NAME = 0.45, SWATCH = 11;
constexpr auto FONTS = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','SimHei',sans-serif";

struct Bar {
  std::string name;
  std::array<long, OVERLAP_VERDICTS.size()> counts{};
  long total() const { return std::accumulate(counts.begin(), counts.end(), 0L); }
};

struct Bars {
  std::vector<Bar> rows;
  std::size_t empty = 0;
};

Bars read(LedgerFile& ledger, ChartRequest const& request, Language l) {
  Bars out;
  Bar rest;
  std::size_t together = 0;
  auto rows = ledger.db().prepare(request.sql);
  while (rows.step()) {
    Bar bar{request.name(std::string(rows.column_text(0))), {}};
    for (std::size_t i = 0; i < bar.counts.size(); ++i) bar.counts[i] = rows.column_integer(static_cast<int>(i) + 1);
    if (bar.total() == 0) {
      ++out.empty;
    } else if (out.rows.size() < request.most) {
      out.rows.push_back(std::move(bar));
    } else {
      ++together;
      for (std::size_t i = 0; i < bar.counts.size(); ++i) rest.counts[i] += bar.counts[i];
    }
  }
  if (together > 0) {
    rest.name = render(Message{"ledger_report.chart_rest", {std::to_string(together)}}, l);
    out.rows.push_back(std::move(rest));
  }
  return out;
}

std::string text(double x, double y, std::string const& what, char const* more = "") {
  return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" font-size="{}"{}>{}</text>)", x, y, TEXT, more, xml(what));
}

}  // namespace

SvgPiece chart(LedgerFile& ledger, ChartRequest const& request, Language l) {
  auto const bars = read(ledger, request, l);
  long most = 1;
  double names = 0;
  for (auto const& b : bars.rows) most = std::max(most, b.total()), names = std::max(names, text_width(b.name, TEXT));
  names = std::min(names, request.width * LONGEST_NAME);
  auto const scale = (request.width - names - GAP - NUMBER) / static_cast<double>(most);
  auto svg = text(0, 12, request.title, R"( font-weight="bold")");
  double y = TITLE;
  for (auto const& b : bars.rows) {
    svg += text(names, y + BAR - 0.5, shortened(b.name, TEXT, names), R"( text-anchor="end")");
    double x = names + GAP;
    for (std::size_t i = 0; i < b.counts.size(); ++i) {
      if (b.counts[i] == 0) continue;
      auto const width = static_cast<double>(b.counts[i]) * scale;
      svg += fmt::format(
          R"(<rect x="{:.2f}" y="{:.1f}" width="{:.2f}" height="{}" fill="{}"><title>{}</title></rect>)", x, y, width,
          BAR, verdict_colour(OVERLAP_VERDICTS[i]),
          xml(render("verdict." + std::string(OVERLAP_VERDICTS[i]), l) + " " + std::to_string(b.counts[i])));
      x += width;
    }
    svg += text(x + 3, y + BAR - 0.5, std::to_string(b.total()));
    y += ROW;
  }
  if (bars.rows.empty()) svg += text(0, y + BAR, render("ledger_report.chart_none", l)), y += ROW;
  if (bars.empty > 0) {
    svg += text(0, y + BAR, render(Message{"ledger_report.chart_empty", {std::to_string(bars.empty)}}, l));
    y += ROW;
  }
  return {svg, request.width, y};
}

SvgPiece verdict_legend(double width, Language l) {
  double x = 0;
  std::string svg;
  for (auto const v : OVERLAP_VERDICTS) {
    auto const word = render("verdict." + std::string(v), l);
    svg += fmt::format(R"(<rect x="{:.1f}" y="2" width="{}" height="{}" fill="{}"/>)", x, SWATCH, SWATCH,
                       verdict_colour(v));
    svg += text(x + SWATCH + 4, 11, word);
    x += SWATCH + 4 + text_width(word, TEXT) + 14;
  }
  return {svg, std::max(width, x), ROW + 4};
}

std::string sheet(std::vector<Placed> const& pieces, double width, double height, std::string const& title) {
  auto out =
      fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}" viewBox="0 0 {:.0f} {:.0f}" )"
                  R"(width="{:.0f}" height="{:.0f}" font-family="{}" fill="#000">)",
                  xml(title), width, height, width, height, FONTS);
  for (auto const& p : pieces)
    if (!p.piece.svg.empty())
      out += fmt::format(R"~(<g transform="translate({:.1f} {:.1f})">{}</g>)~", p.x, p.y, p.piece.svg);
  return out + "</svg>";
}

}  // namespace redline
