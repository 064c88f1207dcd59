package io.callsheet.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder.EncodedFrame;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Packet.FrameType;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.Brand;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import org.jcodec.scale.RgbToYuv420p;

/** Writes pictures as an H.264 video. Width and height must be multiples of 16. */
final class MovieFile implements AutoCloseable {
  private static final int KEY_INTERVAL = 1000;

  private final int rate;
  private final SeekableByteChannel channel;
  private final MP4Muxer muxer;
  private final MuxerTrack track;
  private final H264Encoder encoder = new H264Encoder(new ConstantQuality());
  private final Picture picture;
  private final ByteBuffer room;
  private int frames;

  MovieFile(Path file, int width, int height, int rate) throws IOException {
    this.rate = rate;
    this.channel = NIOUtils.writableChannel(file.toFile());
    this.muxer = MP4Muxer.createMP4Muxer(channel, brand(file));
    this.track =
        muxer.addVideoTrack(
            Codec.H264,
            VideoCodecMeta.createSimpleVideoCodecMeta(new Size(width, height), ColorSpace.YUV420J));
    this.picture = Picture.create(width, height, ColorSpace.YUV420J);
    this.room = ByteBuffer.allocate(width * height * 3);
    encoder.setKeyInterval(KEY_INTERVAL);
  }

  void add(BufferedImage image) throws IOException {
    new RgbToYuv420p().transform(rgb(image), picture);
    EncodedFrame frame = encoder.encodeFrame(picture, room.clear());
    track.addFrame(
        Packet.createPacket(
            frame.getData(),
            frames,
            rate,
            1,
            frames,
            frame.isKeyFrame() ? FrameType.KEY : FrameType.INTER,
            null));
    frames++;
  }

  @Override
  public void close() throws IOException {
    muxer.finish();
    channel.close();
  }

  private static Brand brand(Path file) {
    return file.toString().endsWith(".mov") ? Brand.MOV : Brand.MP4;
  }

  /** The encoder's bytes go from -128 to 127. */
  private static Picture rgb(BufferedImage image) {
    Picture rgb = Picture.create(image.getWidth(), image.getHeight(), ColorSpace.RGB);
    byte[] bytes = rgb.getPlaneData(0);
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int i = 0; i < pixels.length; i++) {
      bytes[3 * i] = (byte) ((pixels[i] >> 16 & 0xff) - 128);
      bytes[3 * i + 1] = (byte) ((pixels[i] >> 8 & 0xff) - 128);
      bytes[3 * i + 2] = (byte) ((pixels[i] & 0xff) - 128);
    }
    return rgb;
  }
}
