using System.Collections.Frozen;

namespace Yonder.Gateway.Features.Containers.Images;

/// <summary>The short names of images, which Rexec clients and their users know.</summary>
internal static class ImageCatalog
{
    private const string DebianFamily = "debian";
    private const string RedHatFamily = "redhat";
    private const string ArchFamily = "arch";
    private const string SuseFamily = "suse";
    private const string Independent = "independent";
    private const string Minimal = "minimal";
    private const string Security = "security";
    private const string Cloud = "cloud";

    private static readonly FrozenDictionary<string, CatalogImage> ByName = new CatalogImage[]
    {
        new("ubuntu", "ubuntu:24.04", "Ubuntu 24.04 LTS", DebianFamily, Popular: true),
        new("ubuntu-24", "ubuntu:24.04", "Ubuntu 24.04 LTS", DebianFamily),
        new("ubuntu-22", "ubuntu:22.04", "Ubuntu 22.04 LTS", DebianFamily, Popular: true),
        new("ubuntu-20", "ubuntu:20.04", "Ubuntu 20.04 LTS", DebianFamily),
        new("debian", "debian:12", "Debian 12 (Bookworm)", DebianFamily, Popular: true),
        new("debian-12", "debian:12", "Debian 12 (Bookworm)", DebianFamily),
        new("debian-11", "debian:11", "Debian 11 (Bullseye)", DebianFamily),
        new("mint", "linuxmintd/mint21.3-amd64:latest", "Linux Mint", DebianFamily),
        new("elementary", "elementary/docker:stable", "elementary OS", DebianFamily),
        new("devuan", "dyne/devuan:daedalus", "Devuan", DebianFamily),
        new("neurodebian", "neurodebian:bookworm", "NeuroDebian", DebianFamily),
        new("raspberrypi", "balenalib/raspberry-pi-debian:latest", "Raspberry Pi OS", DebianFamily),
        new("alpine", "alpine:3.21", "Alpine 3.21", Minimal, Popular: true),
        new("alpine-3.20", "alpine:3.20", "Alpine 3.20", Minimal),
        new("alpine-3.18", "alpine:3.18", "Alpine 3.18", Minimal),
        new("busybox", "busybox:latest", "BusyBox", Minimal),
        new("tinycore", "tatsushid/tinycore:latest", "Tiny Core", Minimal),
        new("openwrt", "openwrt/rootfs:latest", "OpenWrt", Minimal),
        new("fedora", "fedora:41", "Fedora 41", RedHatFamily, Popular: true),
        new("fedora-40", "fedora:40", "Fedora 40", RedHatFamily),
        new("fedora-39", "fedora:39", "Fedora 39", RedHatFamily),
        new("centos", "quay.io/centos/centos:stream9", "CentOS Stream 9", RedHatFamily),
        new("centos-stream", "quay.io/centos/centos:stream9", "CentOS Stream 9", RedHatFamily),
        new("rocky", "rockylinux:9", "Rocky Linux 9", RedHatFamily, Popular: true),
        new("rocky-8", "rockylinux:8", "Rocky Linux 8", RedHatFamily),
        new("alma", "almalinux:9", "AlmaLinux 9", RedHatFamily),
        new("alma-8", "almalinux:8", "AlmaLinux 8", RedHatFamily),
        new("oracle", "oraclelinux:9", "Oracle Linux 9", RedHatFamily),
        new("oracle-slim", "oraclelinux:9-slim", "Oracle Linux 9 Slim", RedHatFamily),
        new("rhel", "redhat/ubi9:latest", "Red Hat UBI 9", RedHatFamily),
        new("scientific", "sl:7", "Scientific Linux 7", RedHatFamily),
        new("mageia", "mageia:9", "Mageia 9", RedHatFamily),
        new("openeuler", "openeuler/openeuler:24.03-lts", "openEuler", RedHatFamily),
        new("archlinux", "archlinux:latest", "Arch Linux", ArchFamily, Popular: true),
        new("manjaro", "manjarolinux/base:latest", "Manjaro", ArchFamily),
        new("artix", "artixlinux/artixlinux:latest", "Artix", ArchFamily),
        new("blackarch", "blackarchlinux/blackarch:latest", "BlackArch", Security),
        new("opensuse", "opensuse/leap:15.6", "openSUSE Leap 15.6", SuseFamily),
        new("tumbleweed", "opensuse/tumbleweed:latest", "openSUSE Tumbleweed", SuseFamily),
        new("gentoo", "gentoo/stage3:latest", "Gentoo", Independent),
        new("void", "ghcr.io/void-linux/void-glibc-full:latest", "Void", Independent),
        new("nixos", "nixos/nix:latest", "Nix", Independent),
        new("slackware", "vbatts/slackware:15.0", "Slackware 15", Independent),
        new("crux", "crux:latest", "CRUX", Independent),
        new("guix", "metacall/guix:latest", "Guix", Independent),
        new("clearlinux", "clearlinux:latest", "Clear Linux", Independent),
        new("kali", "kalilinux/kali-rolling:latest", "Kali", Security, Popular: true),
        new("parrot", "parrotsec/core:latest", "Parrot", Security),
        new("parrot-security", "parrotsec/security:latest", "Parrot Security", Security),
        new("amazonlinux", "amazonlinux:2023", "Amazon Linux 2023", Cloud),
        new("amazonlinux2", "amazonlinux:2", "Amazon Linux 2", Cloud),
        new("azurelinux", "mcr.microsoft.com/azurelinux/base/core:3.0", "Azure Linux 3", Cloud),
        new("photon", "photon:5.0", "Photon OS 5", Cloud),
        new("rancheros", "rancher/os:latest", "RancherOS", Cloud),
        new("host", "host", "This machine", "local"),
    }.ToFrozenDictionary(image => image.Name, StringComparer.Ordinal);

    public static IEnumerable<CatalogImage> All => ByName.Values.OrderBy(image => image.Name, StringComparer.Ordinal);

    public static CatalogImage? Find(string name) => ByName.GetValueOrDefault(name);
}
