#include "layers/prepared/block_file.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "engine/core/error.hpp"

using namespace redline;

namespace {

class Place {  // a folder of its own
 public:
  Place() {
    char name[] = "/tmp/redline-blocks-XXXXXX";
    m_folder = ::mkdtemp(name);
  }
  ~Place() { std::filesystem::remove_all(m_folder); }
  std::string file() const { return m_folder + "/file"; }

 private:
  std::string m_folder;
};

std::string pattern(std::size_t size) {
  std::string out(size, '\0');
  std::uint32_t x = 12345;
  for (auto& c : out) c = static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
  return out;
}

void write(std::string const& path, std::string const& data) {
  std::ofstream(path, std::ios::binary);
  BlockFileWriter out(path, path);
  out.add(std::string_view(data).substr(0, data.size() / 3));
  out.add(std::string_view(data).substr(data.size() / 3));
  out.finish();
}

std::string bytes_of(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(std::string const& path, std::string const& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// Whether all of the data can be had, and is what was written.
bool sound(std::string const& path, std::string const& data) {
  try {
    BlockFile const file(path);
    if (file.size() != data.size()) return false;
    return std::memcmp(file.at(0, file.size()), data.data(), data.size()) == 0;
  } catch (Error const& e) {
    CHECK(e.message().key == "prepared.damaged");
    return false;
  }
}

}  // namespace

TEST_CASE("a file of blocks gives back what was written, any piece of it, in any order") {
  Place const place;
  for (std::size_t const size : {1UL, 65535UL, 65536UL, 65537UL, 300000UL}) {
    auto const data = pattern(size);
    write(place.file(), data);
    CHECK(sound(place.file(), data));
    BlockFile const file(place.file());
    for (std::size_t at = size; at-- > 0; at -= std::min<std::size_t>(at, 7001)) {
      auto const n = std::min<std::size_t>(70000, size - at);
      CHECK(std::memcmp(file.at(at, n), data.data() + at, n) == 0);
    }
    CHECK_THROWS_AS(file.at(size, 1), Error);
    CHECK_THROWS_AS(file.at(~0ULL, 2), Error);
    CHECK_NOTHROW(file.check_all());
  }
}

TEST_CASE("no flipped bit, no missing end and no added end passes") {
  Place const place;
  auto const data = pattern(70000);
  write(place.file(), data);
  auto const whole = bytes_of(place.file());
  for (std::size_t i = 0; i<whole.size(); i += i + 400> whole.size() ? 1 : 331) {
    auto changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    put(place.file(), changed);
    CHECK_FALSE(sound(place.file(), data));
  }
  for (std::size_t size = 0; size<whole.size(); size += size + 300> whole.size() ? 1 : 2999) {
    put(place.file(), whole.substr(0, size));
    CHECK_FALSE(sound(place.file(), data));
  }
  put(place.file(), whole + "x");
  CHECK_FALSE(sound(place.file(), data));
  put(place.file(), whole);
  CHECK(sound(place.file(), data));
}

TEST_CASE("damage in one block does not keep the others from being read") {
  Place const place;
  auto const data = pattern(200000);
  write(place.file(), data);
  auto bytes = bytes_of(place.file());
  bytes[100000] = static_cast<char>(bytes[100000] + 1);
  put(place.file(), bytes);
  BlockFile const file(place.file());
  CHECK(std::memcmp(file.at(0, 65536), data.data(), 65536) == 0);
  CHECK_THROWS_AS(file.at(65536, 8), Error);
  CHECK_THROWS_AS(file.check_all(), Error);
}

TEST_CASE("what was checked does not change under the reader when the file does") {
  Place const place;
  auto const data = pattern(140000);
  write(place.file(), data);
  BlockFile const file(place.file());
  auto const* begin = file.at(0, 65536);
  put(place.file(), std::string(10, 'x'));  // cut short in place, as no one should
  CHECK(std::memcmp(begin, data.data(), 65536) == 0);
  CHECK_THROWS_AS(file.at(70000, 8), Error);
}

TEST_CASE("several threads may ask for the same blocks") {
  Place const place;
  auto const data = pattern(1000000);
  write(place.file(), data);
  BlockFile const file(place.file());
  std::vector<char> same(4);
  std::vector<std::thread> threads;
  for (auto& s : same)
    threads.emplace_back([&] { s = std::memcmp(file.at(0, data.size()), data.data(), data.size()) == 0; });
  for (auto& t : threads) t.join();
  CHECK(same == std::vector<char>(4, 1));
}
