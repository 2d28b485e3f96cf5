#include "engine/basemap/pack.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>

#include "engine/basemap/near.hpp"
#include "engine/core/day_range.hpp"
#include "engine/core/error.hpp"
#include "engine/overlay/overlap.hpp"
#include "tests/support/flower.hpp"

using namespace redline;

namespace {

Basemap some() {
  Basemap::Builder b;
  ProtectedArea a;
  a.layer = "自然保护区", a.kind = "nature_reserve";
  for (int i = 0; i < 12; ++i) {
    a.id = std::to_string(i), a.name = "N" + a.id, a.schematic = i % 2 == 0;
    a.accuracy_m = i % 3 == 0 ? std::optional(i * 0.1) : std::nullopt;
    a.designated_on = i % 4 == 0 ? parse_date("1986-07-09") : std::nullopt;
    auto const at = b.area(a);
    b.add(at, {"", flower(84 + i * 0.3, 43 + (i % 3) * 0.2, 0.2, 900)});
    b.add(at, {"core", flower(84 + i * 0.3, 43 + (i % 3) * 0.2, 0.1, 700)});
  }
  Findings findings;
  return b.build(2, findings);
}

class InMemory final : public BytesOnDemand {
 public:
  std::vector<double> bytes;  // for its alignment
  std::size_t size = 0;
  mutable std::uint64_t asked = 0;
  std::byte const* at(std::uint64_t offset, std::uint64_t n) const override {
    if (offset > size || n > size - offset) throw std::out_of_range("beyond the end");
    asked += n;
    return reinterpret_cast<std::byte const*>(bytes.data()) + offset;
  }
};

std::shared_ptr<InMemory> packed(Basemap const& basemap, Packed& where) {
  std::string all;
  where = pack(basemap, [&](std::string_view piece) { all += piece; });
  auto out = std::make_shared<InMemory>();
  out->bytes.resize(all.size() / 8 + 1), out->size = all.size();
  std::memcpy(out->bytes.data(), all.data(), all.size());
  return out;
}

Basemap unpacked(std::shared_ptr<InMemory> const& bytes, Packed const& where) {
  Basemap::Builder builder;
  unpack(bytes, where, builder);
  Findings findings;
  return builder.build(1, findings);
}

}  // namespace

TEST_CASE("a basemap that was packed comes back bit by bit") {
  auto const was = some();
  Packed where;
  auto const bytes = packed(was, where);
  auto const now = unpacked(bytes, where);
  REQUIRE(now.areas().size() == was.areas().size());
  REQUIRE(now.cell_count() == was.cell_count());
  for (std::size_t i = 0; i < was.areas().size(); ++i) {
    auto const &a = was.areas()[i], &b = now.areas()[i];
    CHECK((a.layer == b.layer && a.id == b.id && a.kind == b.kind && a.name == b.name && a.schematic == b.schematic));
    CHECK((a.accuracy_m == b.accuracy_m && a.designated_on == b.designated_on && a.valid_from == b.valid_from));
    auto const &g = was.ground(i), &h = now.ground(i);
    REQUIRE(g.zones.size() == h.zones.size());
    for (std::size_t z = 0; z < g.zones.size(); ++z)
      CHECK((g.zones[z].zone == h.zones[z].zone && g.zones[z].area_m2 == h.zones[z].area_m2));
    CHECK((g.moment().x == h.moment().x && g.moment().weight == h.moment().weight));
    REQUIRE(g.cells.size() == h.cells.size());
    for (std::size_t c = 0; c < g.cells.size(); ++c) {
      CHECK(g.geometry(g.cells[c]).wkb() == h.geometry(h.cells[c]).wkb());
      CHECK((g.cells[c].inner == h.cells[c].inner && g.cells[c].zone == h.cells[c].zone));
      for (std::uint32_t r = 0; r < g.cells[c].rings; ++r) {
        auto const x = g.boxes(g.cells[c], r), y = h.boxes(h.cells[c], r);
        CHECK((x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size_bytes()) == 0));
      }
    }
  }
}

TEST_CASE("overlaps and distances from packed ground are the same, and little of it is asked for") {
  auto const was = some();
  Packed where;
  auto const bytes = packed(was, where);
  auto const now = unpacked(bytes, where);
  std::mt19937 random(7);
  std::uniform_real_distribution<double> x(83.5, 88), y(42.5, 44), size(0.001, 0.01);
  auto const before = bytes->asked;
  for (int i = 0; i < 60; ++i) {
    auto const g = flower(x(random), y(random), size(random), 12);
    auto const shape = coordinates(g);
    auto const a = overlaps(was, g, shape), b = overlaps(now, g, shape);
    REQUIRE(a.size() == b.size());
    for (std::size_t k = 0; k < a.size(); ++k)
      CHECK((a[k].m2 == b[k].m2 && a[k].area == b[k].area && a[k].geometry.wkb() == b[k].geometry.wkb()));
    auto const near_a = nearest(was, shape, 200000), near_b = nearest(now, shape, 200000);
    REQUIRE(near_a.has_value() == near_b.has_value());
    if (near_a) CHECK((near_a->distance_m == near_b->distance_m && near_a->area == near_b->area));
    if (i == 0) CHECK(bytes->asked - before < bytes->size / 4);
  }
}

TEST_CASE("tables that are cut short are noticed, wherever the cut is") {
  Packed where;
  auto const bytes = packed(some(), where);
  for (std::uint64_t size = 0; size < where.tables_size; size += 1 + where.tables_size / 997) {
    Basemap::Builder builder;
    CHECK_THROWS_AS(unpack(bytes, {where.tables_at, size}, builder), std::out_of_range);
  }
}

// What a screening asks of a basemap.
static void ask(Basemap const& basemap, std::mt19937& random) {
  std::uniform_real_distribution<double> x(83.5, 88), y(42.5, 44), size(0.001, 0.2);
  for (int i = 0; i < 4; ++i) {
    auto const g = flower(x(random), y(random), size(random), 12);
    auto const shape = coordinates(g);
    overlaps(basemap, g, shape);
    nearest(basemap, shape, 200000);
    within(basemap, shape, 30000);
  }
  for (std::size_t i = 0; i < basemap.areas().size(); ++i)
    for (auto const& cell : basemap.ground(i).cells) {
      CHECK(cell.zone < basemap.ground(i).zones.size());
      for (std::uint32_t r = 0; r < cell.rings; ++r) CHECK(basemap.ground(i).boxes(cell, r).size() > 0);
      basemap.ground(i).geometry(cell);
    }
}

// Bits turned, bytes of other places, numbers that are much too large: as in a file that someone forged.
static void forge(char* bytes, std::size_t size, std::mt19937& random) {
  auto const at = random() % size;
  switch (random() % 4) {
    case 0:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
      break;
    case 1:
      std::memmove(bytes + at, bytes + random() % size, std::min<std::size_t>(size - at, 8) / 2);
      break;
    case 2:
      std::memset(bytes + at, random() % 2 ? 0xFF : 0x7F, std::min<std::size_t>(size - at, 1 + random() % 8));
      break;
    default:
      std::memset(bytes + at, 0, std::min<std::size_t>(size - at, 1 + random() % 8));
  }
}

TEST_CASE("a forged basemap is refused or answers something, and never takes more than its own size") {
  Packed where;
  auto const whole = packed(some(), where);
  std::mt19937 random(20190331);
  int refused = 0, answered = 0;
  for (int i = 0; i < 1500; ++i) {
    auto const bytes = std::make_shared<InMemory>(*whole);
    auto* const begin = reinterpret_cast<char*>(bytes->bytes.data());
    bool const in_tables = i % 4 != 0;
    for (auto n = 1 + random() % 3; n > 0; --n)
      forge(begin + (in_tables ? where.tables_at : 0), in_tables ? where.tables_size : bytes->size, random);
    try {
      ask(unpacked(bytes, where), random);
      ++answered;
    } catch (std::out_of_range const&) {
      ++refused;
    } catch (GeometryError const&) {
      ++refused;
    }
  }
  CHECK(refused > 300);
  CHECK(answered > 100);
}

TEST_CASE("counts and places that were forged are refused, one by one") {
  Packed where;
  auto const whole = packed(some(), where);
  auto* const begin = reinterpret_cast<char*>(whole->bytes.data());
  for (std::uint64_t at = where.tables_at; at < where.tables_at + 2000; ++at)
    for (std::uint64_t const value : {~0ULL, 1ULL << 62, 1ULL << 32, 0x7FF8000000000000ULL}) {
      std::string const was(begin + at, sizeof value);
      std::memcpy(begin + at, &value, sizeof value);
      Basemap::Builder builder;
      try {
        unpack(whole, where, builder);
      } catch (std::out_of_range const&) {
      }
      std::memcpy(begin + at, was.data(), was.size());
    }
}

TEST_CASE("days on which an answer stays the same end where a term of validity begins or ends") {
  auto const day = [](char const* text) { return *parse_date(text); };
  DayRange r;
  CHECK(r.contains(day("1900-01-01")));
  r.note(parse_date("2010-05-01"), std::nullopt, day("2019-03-31"));              // has begun
  r.note(std::nullopt, parse_date("2018-12-31"), day("2019-03-31"));              // has ended
  r.note(parse_date("2026-03-15"), parse_date("2030-01-01"), day("2019-03-31"));  // is to begin
  r.note(std::nullopt, parse_date("2025-06-30"), day("2019-03-31"));              // is to end
  CHECK_FALSE(r.contains(day("2018-12-31")));
  CHECK(r.contains(day("2019-01-01")));
  CHECK(r.contains(day("2025-06-30")));
  CHECK_FALSE(r.contains(day("2025-07-01")));
  DayRange last;
  last.note(parse_date("2026-03-15"), std::nullopt, day("2019-03-31"));
  CHECK(last.contains(day("2026-03-14")));
  CHECK_FALSE(last.contains(day("2026-03-15")));
}
