// SPDX-License-Identifier: Apache-2.0
#include "layers/report/map_svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/measure/width.hpp"
#include "layers/report/map_furniture.hpp"
#include "layers/report/map_labels.hpp"
#include "layers/report/map_outline.hpp"
#include "layers/report/xml.hpp"

namespace redline {
namespace {

constexpr double LEFT = 18, TOP = 4, LONGITUDES = 18, RIGHT = 4, BEYOND = 0.02;
constexpr double NAME_SIZE = 11.5, MARK_SIZE = 9.5;
constexpr std::size_t MANY_MARKS = 80;  // of more corners a few are numbered, and only these have a dot
constexpr auto FONTS = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','SimHei',sans-serif";

class Drawing {
 public:
  Drawing(MapRequest const& request, Language language)
      : m_request(request),
        m_language(language),
        m_frame(request.box, request.known, request.width, request.height),
        m_labels(request.width, request.height) {}

  std::string draw() {
    for (auto const& layer : m_request.layers) add(layer);
    auto const graticule = graticule_lines(m_frame);
    auto const furniture = this->furniture();
    auto const note = this->note();
    auto const texts = names() + lines() + marks();
    if (m_left_out > 0)
      m_legend.push_back(
          {{}, {}, render(Message{"report.map_left_out", {std::to_string(m_left_out)}}, m_language), true});
    auto const inside =
        fmt::format(R"~(<g clip-path="url(#{}-clip)">{}{}{}</g>)~", m_request.id, m_ground, graticule, texts);
    return sheet(inside + note + furniture + frame_and_graticule(m_frame));
  }

 private:
  std::string sheet(std::string const& content) const {
    auto const top = TOP + m_frame.height() + LONGITUDES, width = LEFT + m_frame.width() + RIGHT;
    auto const height = top + legend_height(m_legend, m_frame.width());
    return fmt::format(
               R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}" viewBox="0 0 {:.0f} {:.0f}" )"
               R"(width="{:.0f}" height="{:.0f}" font-family="{}" fill="#000">)",
               xml(m_request.title), width, height, width, height, FONTS) +
           "<defs>" + m_defs +
           fmt::format(R"(<clipPath id="{}-clip"><rect x="0" y="0" width="{}" height="{}"/></clipPath></defs>)",
                       m_request.id, m_frame.width(), m_frame.height()) +
           fmt::format(R"~(<g transform="translate({} {})">)~", LEFT, TOP) +
           fmt::format(R"(<rect x="0" y="0" width="{}" height="{}" fill="#fff"/>)", m_frame.width(), m_frame.height()) +
           content + legend(m_legend, m_frame.height() + LONGITUDES, m_frame.width()) + "</g></svg>";
  }

  // Clipped a little outside of the frame, so that no border runs along it.
  Geometry clipped(Wkb const& ground) const {
    if (ground.empty()) return {};
    auto const& b = m_frame.box();
    auto const box = b.expanded((b.max_x - b.min_x) * BEYOND, (b.max_y - b.min_y) * BEYOND);
    auto g = Geometry::from_wkb(ground);
    if (g.empty() || !g.bounds().intersects(box)) return {};
    if (box.contains(g.bounds())) return g;
    try {
      return only_dimension(intersection(g, Geometry::rectangle(box)), 2);
    } catch (GeometryError const&) {
      return g;  // the clip path of the sheet hides what is too much
    }
  }

  std::string pattern(MapStyle const& style) {
    if (style.pattern == Pattern::none) return {};
    auto it = std::find(m_patterns.begin(), m_patterns.end(), style);
    if (it == m_patterns.end()) {
      m_patterns.push_back(style);
      it = m_patterns.end() - 1;
      m_defs += fmt::format(R"(<pattern id="{}-p{}" width="8" height="8" patternUnits="userSpaceOnUse">{}</pattern>)",
                            m_request.id, m_patterns.size() - 1, pattern_tile(style.pattern, style.outline));
    }
    return fmt::format("url(#{}-p{})", m_request.id, it - m_patterns.begin());
  }

  void add(MapLayer const& layer) {
    auto const g = clipped(layer.geometry);
    if (g.null() || g.empty()) return;
    auto const d = outline_path(g, m_frame, m_request.detail), fill = pattern(layer.style);
    m_ground += fmt::format(R"(<path d="{}" fill-rule="evenodd"{}/>)", d, shape_attributes(layer.style));
    if (!fill.empty()) m_ground += fmt::format(R"(<path d="{}" fill-rule="evenodd" fill="{}"/>)", d, fill);
    bool const known =
        std::any_of(m_legend.begin(), m_legend.end(), [&](auto const& i) { return i.text == layer.legend; });
    if (!known && !layer.legend.empty()) m_legend.push_back({layer.style, fill, layer.legend});
  }

  std::string lines() {
    std::string out;
    for (auto const& l : m_request.lines) {
      Point const a{m_frame.x(l.from.x), m_frame.y(l.from.y)}, b{m_frame.x(l.to.x), m_frame.y(l.to.y)};
      out += fmt::format(
          R"(<path d="M{:.1f} {:.1f}L{:.1f} {:.1f}" fill="none" stroke="#000" stroke-width="1.2" stroke-dasharray="2 2"/>)",
          a.x, a.y, b.x, b.y);
      Point const middle{(a.x + b.x) / 2, (a.y + b.y) / 2}, across{b.y - a.y, a.x - b.x};
      if (auto const at = m_labels.beside(middle, {middle.x + across.x, middle.y + across.y}, l.label, MARK_SIZE))
        out += haloed(*at, l.label, MARK_SIZE);
    }
    return out;
  }

  std::string furniture() {
    Bounds bar, arrow;
    auto out = scale_bar(m_frame, bar) + north_arrow(m_frame, arrow);
    m_labels.take(bar), m_labels.take(arrow);
    return out;
  }

  std::string note() {
    if (m_request.note.empty()) return {};
    auto const width = text_width(m_request.note, MAP_TEXT) + 12, top = m_frame.height() - 22;
    m_labels.take({0, top, width, m_frame.height()});
    return fmt::format(R"(<rect x="0.6" y="{:.1f}" width="{:.1f}" height="21.4" fill="#fff" fill-opacity="0.9"/>)", top,
                       width) +
           fmt::format(R"(<text x="6" y="{:.1f}" font-size="{}" font-weight="bold">{}</text>)", top + 15, MAP_TEXT,
                       xml(m_request.note));
  }

  std::string names() {
    std::string out;
    std::vector<std::pair<Point, std::string const*>> without_room;
    for (auto const& n : m_request.names) {
      auto const g = clipped(n.ground);
      if (g.null() || g.empty()) continue;
      auto const c = largest_circle(g).centre;
      Point const place{m_frame.x(c.x), m_frame.y(c.y)};
      if (auto const at = m_labels.on(place, n.text, NAME_SIZE))
        out += haloed(*at, n.text, NAME_SIZE, true);
      else
        without_room.emplace_back(place, &n.text);
    }
    return m_request.number_names ? out + numbers(without_room) : out;
  }

  // A number has room where its name has not; where even that lies on another text it stands there all the same.
  std::string numbers(std::vector<std::pair<Point, std::string const*>> const& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
      auto const number = std::to_string(i + 1);
      auto const& place = names[i].first;
      Point const middle{place.x - text_width(number, MARK_SIZE) / 2, place.y + MARK_SIZE / 3};
      out += haloed(m_labels.beside(place, place, number, MARK_SIZE).value_or(middle), number, MARK_SIZE, true);
      out += fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="1.6"/>)", place.x, place.y);
      m_legend.push_back({{}, {}, number + " " + *names[i].second, true});
    }
    return out;
  }

  std::string marks() {
    std::string dots, texts, places;  // places stand over all texts
    Bounds all;
    for (auto const& m : m_request.marks) all.add(Point{m_frame.x(m.at.x), m_frame.y(m.at.y)});
    auto const step = 1 + m_request.marks.size() / MANY_MARKS;
    for (std::size_t i = 0; i < m_request.marks.size(); ++i) {
      auto const& m = m_request.marks[i];
      Point const at{m_frame.x(m.at.x), m_frame.y(m.at.y)};
      if (at.x < 0 || at.y < 0 || at.x > m_frame.width() || at.y > m_frame.height()) continue;
      std::optional<Point> place;
      if (i % step == 0) place = m_labels.beside(at, all.centre(), m.label, MARK_SIZE);
      if (place)
        texts += haloed(*place, m.label, MARK_SIZE);
      else if (m.fill.empty())
        ++m_left_out;
      if (!m.fill.empty())
        places +=
            fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="3.6" fill="{}" stroke="#000"/>)", at.x, at.y, m.fill);
      else if (place || step == 1)
        dots += fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="2.2" fill="#fff" stroke="#000"/>)", at.x, at.y);
    }
    return dots + texts + places;
  }

  MapRequest const& m_request;
  Language m_language;
  MapFrame m_frame;
  MapLabels m_labels;
  std::string m_defs, m_ground;
  std::vector<MapStyle> m_patterns;
  std::vector<LegendItem> m_legend;
  int m_left_out = 0;
};

}  // namespace

std::string map_svg(MapRequest const& request, Language language) { return Drawing(request, language).draw(); }

}  // namespace redline
