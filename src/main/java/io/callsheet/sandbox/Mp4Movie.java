package io.callsheet.sandbox;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder.EncodedFrame;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.Brand;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import org.jcodec.scale.RgbToYuv420j;

/** Writes an H.264 movie without sound; the same frames give the same bytes. */
final class Mp4Movie implements AutoCloseable {
  private static final int MILLIS = 1000;
  private static final int ONE_KEY_FRAME = 1 << 15;

  private final SeekableByteChannel channel;
  private final MP4Muxer muxer;
  private final MuxerTrack track;
  private final H264Encoder encoder = new H264Encoder(new SteadyQuality());
  private final RgbToYuv420j toYuv = new RgbToYuv420j();
  private final int width;
  private final int height;
  private final Picture yuv;
  private final ByteBuffer room;
  private long frames;
  private long written;

  /**
   * @param width a multiple of 16, as is the height
   */
  Mp4Movie(Path file, int width, int height) throws IOException {
    this.width = width;
    this.height = height;
    yuv = Picture.create(width, height, ColorSpace.YUV420J);
    room = ByteBuffer.allocate(3 * width * height);
    encoder.setKeyInterval(ONE_KEY_FRAME);
    // Nothing in a poster moves; to look for where it went takes most of the time.
    encoder.setMotionSearchRange(0);
    channel = NIOUtils.writableFileChannel(file.toString());
    muxer = MP4Muxer.createMP4Muxer(channel, Brand.MP4);
    track =
        muxer.addVideoTrack(
            Codec.H264,
            VideoCodecMeta.createSimpleVideoCodecMeta(new Size(width, height), ColorSpace.YUV420J));
  }

  /** Adds a frame that stays for so many milliseconds. */
  void add(BufferedImage frame, Duration shown) throws IOException {
    toYuv.transform(rgb(frame), yuv);
    EncodedFrame encoded = encoder.encodeFrame(yuv, room.clear());
    var type = encoded.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER;
    track.addFrame(
        Packet.createPacket(
            encoded.getData(), written, MILLIS, shown.toMillis(), frames, type, null));
    frames++;
    written += shown.toMillis();
  }

  /** The encoder wants bytes centred on zero. */
  private Picture rgb(BufferedImage frame) {
    Picture picture = Picture.create(width, height, ColorSpace.RGB);
    byte[] bytes = picture.getPlaneData(0);
    int[] pixels = frame.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      bytes[3 * i] = (byte) ((pixels[i] >> 16 & 0xff) - 128);
      bytes[3 * i + 1] = (byte) ((pixels[i] >> 8 & 0xff) - 128);
      bytes[3 * i + 2] = (byte) ((pixels[i] & 0xff) - 128);
    }
    return picture;
  }

  /** Writes the header; without it the file is no movie. */
  void finish() throws IOException {
    muxer.storeHeader(Timeless.header(muxer.finalizeHeader()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
