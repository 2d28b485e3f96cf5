// A property over random rights: whatever form they are handed in, as TXT under any header, as a string of a mining or
// an exploration right, or as a printed list, the TXT that is written holds the digits of the source, is recognised
// again without a doubt, and is written again byte by byte.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "corner_samples.hpp"
#include "engine/core/printed_number.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/detective.hpp"
#include "layers/corners/write_baopan.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

using Random = std::mt19937;
using Pair = std::pair<std::string, std::string>;  // northing and easting, or latitude and longitude, as printed
using Rings = std::vector<std::vector<Pair>>;

struct Right {
  std::vector<Rings> parcels;
  std::size_t holes = 0;
};

template <class Item>
Item one_of(std::initializer_list<Item> items, Random& random) {
  return items.begin()[random() % items.size()];
}
bool maybe(Random& random) { return random() % 2 == 0; }

struct Units {
  bool degrees = false;
  double north = 4940000, east = 28421000, metre = 1;
  int decimals = 3;
  std::string print(double v) const { return degrees ? printed_dms(v) : printed(v, decimals); }
};

// All corners within the outer fifth of `reach`: 0.69 of it round the centre is inside.
std::vector<Pair> ring(double dx, double dy, double reach, Units const& u, Random& random) {
  std::vector<Pair> out;
  std::uniform_real_distribution<double> far(0.8, 1);
  auto const n = 6 + random() % 6;
  for (std::size_t i = 0; i < n; ++i) {
    auto const angle = 2 * 3.14159265358979 * static_cast<double>(i) / static_cast<double>(n), d = reach * far(random);
    out.emplace_back(u.print(u.north + u.metre * (dy + d * std::sin(angle))),
                     u.print(u.east + u.metre * (dx + d * std::cos(angle))));
  }
  return out;
}

Right right(Units const& u, std::size_t most_parcels, Random& random) {
  Right out;
  for (auto left = 1 + random() % most_parcels; left > 0; --left) {
    auto const x = 1000.0 * static_cast<double>(out.parcels.size());
    Rings rings{ring(x, 0, 100, u, random)};
    if (maybe(random)) {  // a hole, and an island in it
      rings.push_back(ring(x + 30, 0, 15, u, random)), ++out.holes;
      if (maybe(random)) rings.push_back(ring(x + 30, 0, 3, u, random));
    }
    if (maybe(random)) rings.push_back(ring(x - 30, 0, 15, u, random)), ++out.holes;
    if (maybe(random)) rings.push_back(ring(x + 300, 50, 60, u, random));
    out.parcels.push_back(std::move(rings));
  }
  return out;
}

std::string header(Units const& u, Random& random) {
  auto text = one_of<std::string>({"", "某矿报盘文件\n", "[项目信息]\n项目名称=某矿\n批次=1\n"}, random);
  text += one_of<std::string>({"[属性描述]\n", "【属性描述】\n", "［属性描述］\n"}, random);
  if (maybe(random)) text += "格式版本号=1.01版本\n数据产生单位=某,单位\n";
  if (u.degrees) return text + "坐标系=2000国家大地坐标系\n计量单位=度分秒\n[地块坐标]\n";
  text += "坐标系" + one_of<std::string>({"=", "＝", " = "}, random);
  text +=
      one_of<std::string>({"2000国家大地坐标系", "CGCS2000", "80国家大地坐标系", "1954年北京坐标系"}, random) + "\n";
  if (maybe(random)) text += "几度分带=3\n投影类型=高斯克吕格\n";
  if (u.east < 1e6 || maybe(random)) text += one_of<std::string>({"带号=28\n", "带号=２８\n", "带号=28带\n"}, random);
  text += u.decimals == 3 ? one_of<std::string>({"精度=0.001\n", "精度=3\n"}, random)
                          : one_of<std::string>({"精度=0.01\n", "", "精度=\n"}, random);
  if (maybe(random)) text += "转换参数=" + one_of<std::string>({"0,0,0,0,0,0,0", ",,,,,,"}, random) + "\n自定义=值\n";
  return text + one_of<std::string>({"[地块坐标]\n", "【地块坐标】\n"}, random);
}

std::string baopan(Right const& r, Units const& u, Random& random) {
  auto text = header(u, random);
  auto const comma = one_of<std::string>({",", "，", ", "}, random),
             letter = one_of<std::string>({"J", "", "界"}, random);
  bool const one_mark = maybe(random), running = !one_mark && maybe(random);
  int const closing = one_mark ? 1 : static_cast<int>(random() % 3);  // none, repeated, renamed
  for (std::size_t p = 0; p < r.parcels.size(); ++p) {
    auto const id = std::to_string(p + 1);
    text += std::to_string(random() % 40) + ",," + id + ",地块" + id + ",面,,,,@\n";
    int mark = 0, number = 0;
    for (auto const& one : r.parcels[p]) {
      ++mark;
      int const first = running ? number + 1 : 1;
      number = first - 1;
      auto const row = [&](std::string const& name, Pair const& c) {
        text += letter + name + comma + std::to_string(one_mark ? 1 : mark) + comma + c.first + comma + c.second + "\n";
      };
      for (auto const& c : one) row(std::to_string(++number), c);
      if (closing > 0) row(std::to_string(closing == 1 ? first : ++number), one[0]);
    }
  }
  return text;
}

std::string mining(Right const& r, Random& random) {
  auto text = one_of<std::string>({"2000国家大地坐标系\n", "某矿 CGCS2000 3度带\n"}, random);
  for (auto const& rings : r.parcels) {
    text += std::to_string(rings.size());
    for (auto const& one : rings) {
      text += "," + std::to_string(one.size());
      int number = 0;
      for (auto const& c : one) text += "," + std::to_string(++number) + "," + c.first + "," + c.second;
      text += ",1200,800,0,1";
    }
    text += "\n";
  }
  return text;
}

std::string exploration(Right const& r) {
  std::string text = "2000国家大地坐标系\n";
  for (auto const& rings : r.parcels) {
    text += std::to_string(rings.size());
    for (auto const& one : rings) {
      text += "," + std::to_string(one.size());
      for (auto const& c : one) text += "," + c.second + "," + c.first;
      text += ",0,0,0";
    }
    text += "\n";
  }
  return text;
}

std::string printed_rows(Right const& r, Units const& u, Random& random) {
  auto const between = one_of<std::string>({" ", "\t", ",", " | "}, random);
  auto text = one_of<std::string>({"2000国家大地坐标系，3度带\n", "CGCS2000\n\n"}, random);
  text += u.degrees ? "点号" + between + "纬度" + between + "经度\n" : "点号" + between + "X" + between + "Y\n";
  for (auto const& one : r.parcels[0]) {
    int number = 0;
    for (auto const& c : one) text += std::to_string(++number) + between + c.first + between + c.second + "\n";
    if (maybe(random)) text += "1" + between + one[0].first + between + one[0].second + "\n";
    text += "\n";
  }
  return text;
}

std::string as_bytes(std::string text, Random& random) {
  auto const end = one_of<std::string>({"\n", "\r\n", "\r"}, random);
  std::string out;
  for (char const c : text) out += c == '\n' ? end : std::string(1, c);
  switch (random() % 4) {
    case 0:
      return "\xEF\xBB\xBF" + out;
    case 1:
      return convert(out, "UTF-8", "GB18030").value();
    case 2:
      return "\xFF\xFE" + convert(out, "UTF-8", "UTF-16LE").value();
    default:
      return out;
  }
}

// The corners of each ring of a list as they are printed, rings and parcels in one sorted heap.
std::vector<std::vector<Pair>> digits(CornerList const& list, Units const& u) {
  std::vector<std::vector<Pair>> out;
  for (auto const& p : list.parcels)
    for (auto const& one : p.rings) {
      out.emplace_back();
      for (auto const& c : one.corners) out.back().emplace_back(u.print(c.x), u.print(c.y));
      std::sort(out.back().begin(), out.back().end());
    }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::vector<Pair>> digits(Right const& r) {
  std::vector<std::vector<Pair>> out;
  for (auto const& rings : r.parcels)
    for (auto one : rings) {
      std::sort(one.begin(), one.end());
      out.push_back(std::move(one));
    }
  std::sort(out.begin(), out.end());
  return out;
}

std::string written(CornerList list, CrsProposal const& proposal) {
  place_corners(list, proposal);
  Findings ignored;
  return baopan_text(list, Crs::parse(proposal.crs), "out.txt", ignored);
}

std::size_t holes(CornerList const& list) {
  std::size_t out = 0;
  for (auto const& p : list.parcels) out += p.rings.size() - parts_by_containment(p.rings).size();
  return out;
}

void trip(std::string const& bytes, Right const& r, Units const& u) {
  INFO(bytes);
  auto const source = read_corners(bytes, "r.txt");
  REQUIRE_FALSE(source.has_failed_lines());
  auto const found = propose(source, {});
  REQUIRE(found.certain);
  auto const once = written(source, found);
  INFO(once);
  auto const again = read_corners(once, "r.txt");
  REQUIRE(again.parcels.size() == r.parcels.size());
  REQUIRE(digits(again, u) == digits(r));
  REQUIRE(holes(again) == r.holes);
  auto const recognised = propose(again, {});
  REQUIRE(recognised.certain);
  REQUIRE(recognised.crs == found.crs);
  REQUIRE(written(again, recognised) == once);
}

}  // namespace

TEST_CASE("random rights as TXT under every header: the same digits, and the second trip the same bytes", "[corners]") {
  Random random(20180701);
  for (int round = 0; round < 400; ++round) {
    Units u;
    u.decimals = maybe(random) ? 3 : 2;
    if (maybe(random)) u.east -= 28e6;
    if (round % 4 == 0) u = {true, 44.1, 85.2, 1e-5, 0};
    auto const r = right(u, 3, random);
    trip(as_bytes(baopan(r, u, random), random), r, u);
  }
}

TEST_CASE("random rights as strings and printed lists: the same digits in the TXT, and the same bytes again",
          "[corners]") {
  Random random(20220825);
  Units metres, degrees{true, 44.1, 85.2, 1e-5, 0};
  metres.decimals = 2;  // what these forms, which state no precision, are written with
  for (int round = 0; round < 100; ++round) {
    auto const many = right(metres, 3, random), blocks = right(degrees, 3, random);
    trip(as_bytes(mining(many, random), random), many, metres);
    trip(as_bytes(exploration(blocks), random), blocks, degrees);
    auto const one = right(metres, 1, random), other = right(degrees, 1, random);
    trip(as_bytes(printed_rows(one, metres, random), random), one, metres);
    trip(as_bytes(printed_rows(other, degrees, random), random), other, degrees);
  }
}
